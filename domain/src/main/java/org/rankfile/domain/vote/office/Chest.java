// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.trustee.Contribution;
import org.rankfile.crypto.Secret;
import org.rankfile.domain.vote.BallotSecrets;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The secrets of one ballot on this device, each under a name of its own.
final class Chest {
    private static final String KEYS = "-office";
    private static final String CONTRIBUTION = "-contribution";
    private static final String SHARE = "-share";
    private static final String VOTER = "-voter";
    private static final String CREDENTIAL = "-credential";

    private final BallotSecrets secrets;
    private final String ballot;

    Chest(BallotSecrets secrets, String ballot) {
        this.secrets = secrets;
        this.ballot = ballot;
    }

    Optional<OfficeKeys> keys() throws IOException {
        Optional<Secret> written = secrets.get(ballot + KEYS);
        return written.isEmpty() ? Optional.empty() : Optional.of(keys(written.get()));
    }

    private static OfficeKeys keys(Secret written) throws IOException {
        try {
            return OfficeKeys.read(written);
        } catch (Malformed damaged) {
            throw new IOException(damaged);
        }
    }

    void put(OfficeKeys keys) throws IOException {
        secrets.put(ballot + KEYS, keys.write());
    }

    Optional<Contribution> contribution() throws IOException {
        Optional<Secret> written = secrets.get(ballot + CONTRIBUTION);
        try {
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Contribution.read(written.get().expose()));
        } catch (Malformed damaged) {
            throw new IOException(damaged);
        }
    }

    void put(Contribution contribution) throws IOException {
        secrets.put(ballot + CONTRIBUTION, Secret.copyOf(contribution.bytes()));
    }

    Optional<Scalar> share() throws IOException {
        return secrets.get(ballot + SHARE)
                .map(Secret::expose)
                .map(digits -> new String(digits, StandardCharsets.US_ASCII))
                .map(BigInteger::new)
                .map(Scalar::new);
    }

    void put(Scalar share) throws IOException {
        byte[] digits = share.value().toString().getBytes(StandardCharsets.US_ASCII);
        secrets.put(ballot + SHARE, Secret.copyOf(digits));
    }

    Optional<VoterRecord> voter(String uuid) throws IOException {
        Optional<Secret> written = secrets.get(ballot + VOTER);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<Credential> credential =
                secrets.get(ballot + CREDENTIAL)
                        .map(Secret::expose)
                        .map(text -> new String(text, StandardCharsets.US_ASCII))
                        .map(text -> Credential.of(Ceremony.GROUP, uuid, text));
        try {
            return Optional.of(VoterRecord.read(credential, written.get()));
        } catch (Malformed damaged) {
            throw new IOException(damaged);
        }
    }

    /// The credential first: a record without one can do nothing.
    void put(VoterRecord voter) throws IOException {
        if (voter.credential().isPresent()) {
            byte[] text = voter.credential().get().exposeText().getBytes(StandardCharsets.US_ASCII);
            secrets.put(ballot + CREDENTIAL, Secret.copyOf(text));
        }
        secrets.put(ballot + VOTER, voter.write());
    }

    /// What a voter votes with.
    void destroyCredential() throws IOException {
        secrets.destroy(ballot + CREDENTIAL);
    }

    /// What a teller decrypts with, and everything from which it could be made again.
    void destroyShare() throws IOException {
        secrets.destroy(ballot + SHARE);
        secrets.destroy(ballot + CONTRIBUTION);
        secrets.destroy(ballot + KEYS);
    }
}
