// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.BallotCheck;
import org.rankfile.ballot.BallotMaker;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Election.Terms;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.archive.ArchiveEvent.Announced;
import org.rankfile.ballot.archive.ArchiveEvent.Cast;
import org.rankfile.ballot.archive.ArchiveEvent.Decrypted;
import org.rankfile.ballot.archive.ArchiveEvent.End;
import org.rankfile.ballot.archive.ArchiveEvent.Setup;
import org.rankfile.ballot.archive.ArchiveEvent.Tallied;
import org.rankfile.ballot.archive.ArchiveWriter;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.tally.Decryption;
import org.rankfile.ballot.tally.EncryptedTally;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.ballot.trustee.Trustee.Single;
import org.rankfile.ballot.trustee.Trustees;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// An election of one question with three answers, of which one is chosen, under the key of one
/// trustee.
final class InventedElection {
    static final String UUID = "rankfi1eBenchE1ection";

    private static final Group GROUP = Groups.BELENIOS_2048;
    private static final long TIME = 1_795_435_164L;
    private static final int ANSWERS = 3;

    private final SplittableRandom random = new SplittableRandom(9);
    private final Scalar secret = GROUP.random(random);
    private final Trustees trustees =
            new Trustees(List.of(new Single(DecryptionKey.of(GROUP, secret, random))));
    private final Election election = Election.of(terms(), GROUP, trustees.key(GROUP));

    private static Terms terms() {
        Question question = new Question("Strike?", List.of("Yes", "No", "Wait"), false, 1, 1);
        return new Terms(
                "Vote", "Invented", List.of(question), UUID, Optional.empty(), Optional.empty());
    }

    /// Makes a ballot and checks it, as a voter's device does before it is cast.
    ///
    /// @return whether it is valid
    boolean vote(BallotCheck check, RandomGenerator own) {
        Credential voter = Credential.draw(GROUP, UUID, own);
        return check.flaw(ballot(voter, own)).isEmpty();
    }

    BallotCheck check() {
        return new BallotCheck(election);
    }

    private Ballot ballot(Credential voter, RandomGenerator own) {
        List<Integer> choice = new ArrayList<>(Collections.nCopies(ANSWERS, 0));
        choice.set(own.nextInt(ANSWERS), 1);
        return new BallotMaker(election, own).make(voter, List.of(choice));
    }

    /// Writes the archive of an election with so many ballots, from its set-up to its result.
    void write(Path file, int ballots) throws IOException {
        List<Credential> voters = new ArrayList<>();
        for (int i = 0; i < ballots; i++) {
            voters.add(Credential.draw(GROUP, UUID, random));
        }
        CredentialList list = CredentialList.of(voters.stream().map(Credential::key).toList());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ArchiveWriter writer = new ArchiveWriter(out, TIME);
            writer.add(new Setup(election.bytes(), trustees.bytes(), list.bytes()));
            EncryptedTally tally = EncryptedTally.none(election);
            for (Credential voter : voters) {
                Ballot ballot = ballot(voter, random);
                writer.add(new Cast(ballot.bytes()));
                tally = tally.plus(election, ballot, 1);
            }
            writer.add(new End());
            finish(writer, tally, ballots);
        }
    }

    private void finish(ArchiveWriter writer, EncryptedTally tally, int ballots)
            throws IOException {
        writer.add(new Tallied(tally.bytes(), ballots, ballots));
        PartialDecryption part = PartialDecryption.of(election, tally, secret, random);
        writer.add(new Decrypted(1, part.bytes()));
        byte[] result =
                Decryption.of(election, trustees, tally, Map.of(1, part))
                        .flatMap(decryption -> decryption.result(ballots))
                        .orElseThrow()
                        .bytes();
        writer.add(new Announced(result));
    }
}
