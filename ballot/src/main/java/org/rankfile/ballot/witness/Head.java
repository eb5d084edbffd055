// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.witness;

import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;

/// Where a witness's log ended when voting did. Signed by the witness, and countersigned by tellers
/// who got it in time: so no entry can be put behind it later and dated back.
///
/// @param election the election's fingerprint
/// @param witness the number of the witness, from 0
/// @param size how many entries the log has
/// @param last the hash of the last; that of nothing for an empty log
public record Head(String election, int witness, int size, Hash last) {
    private static final Label WITNESSED = new Label("rankfile/witness-head/1");
    private static final Label COUNTERSIGNED = new Label("rankfile/witness-head-seen/1");

    /// What stands for the last entry of a log that has none.
    public static final Hash NOTHING = Hash.sha256(new Label("rankfile/witness-head-empty/1"));

    /// A head and who signed it.
    ///
    /// @param signer the number of the witness or of the teller
    public record Signed(Head head, int signer, Signature signature) {}

    private byte[] statement() {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("election", election)
                        .put("witness", witness)
                        .put("size", size)
                        .put("last", last.hex()));
    }

    /// Says, as the witness, that the log ends here.
    public Signed end(SigningKey witnessKey) {
        return new Signed(this, witness, witnessKey.sign(WITNESSED, statement()));
    }

    /// Says, as a teller, that this head was here before closing.
    public Signed countersign(int teller, SigningKey tellerKey) {
        return new Signed(this, teller, tellerKey.sign(COUNTERSIGNED, statement()));
    }

    boolean isEndedBy(VerifyKey witnessKey, Signature signature) {
        return witnessKey.verify(WITNESSED, signature, statement());
    }

    boolean isCountersignedBy(VerifyKey tellerKey, Signature signature) {
        return tellerKey.verify(COUNTERSIGNED, signature, statement());
    }
}
