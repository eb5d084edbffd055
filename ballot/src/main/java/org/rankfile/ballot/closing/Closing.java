// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.closing.Vote.Kind;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.SigningKey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A teller's part in closing an election: agreement on one set of ballots among tellers of whom
/// some may lie, in any order of messages and however many are lost (the rules of PBFT, Castro and
/// Liskov 1999, without a leader: honest tellers come to have the same set by themselves).
///
/// What it returns is to be written to disk before it is sent; after a crash a new instance is
/// given everything that was written, with [#recall]. Not for use by several threads.
public final class Closing {
    private final Council council;
    private final int self;
    private final SigningKey key;
    private final Heard heard;
    private final Set<Vote> own = new HashSet<>();
    private Optional<Certificate> committed = Optional.empty();
    private boolean sealed;
    private Optional<Hash> mine = Optional.empty();
    private int epoch;
    private int turnedTo;

    /// A teller who has said nothing yet.
    ///
    /// @param self the teller's number, from 0
    public Closing(Council council, int self, SigningKey key) {
        this.council = council;
        this.self = self;
        this.key = key;
        heard = new Heard(council);
    }

    /// Takes back in what this teller said before, in its order, before anything else is done.
    public void recall(ClosingMessage own) {
        note(own);
        catchUp();
    }

    private void note(ClosingMessage said) {
        heard.add(said);
        switch (said) {
            case SignedVote(int _, Vote vote, var because, var _) -> {
                own.add(vote);
                epoch = Math.max(epoch, vote.epoch());
                because.ifPresent(this::commitTo);
                sealed = sealed || vote.kind() == Kind.SEAL;
            }
            case Turn turn -> {
                turnedTo = Math.max(turnedTo, turn.epoch());
                turn.committed().ifPresent(this::commitTo);
            }
        }
    }

    private void commitTo(Certificate certificate) {
        if (committed.isEmpty() || committed.get().epoch() < certificate.epoch()) {
            committed = Optional.of(certificate);
        }
    }

    /// What this teller's ballots hash to now. May change until it closed in the current epoch.
    ///
    /// @return what there is to say
    public List<ClosingMessage> have(Hash root) {
        mine = Optional.of(root);
        return act();
    }

    /// A message of another teller, or again one of this teller's own.
    ///
    /// @return what there is to say to it
    public List<ClosingMessage> receive(ClosingMessage message) {
        if (message.teller() == self || !message.holds(council)) {
            return List.of();
        }
        heard.add(message);
        return act();
    }

    /// The current epoch has brought no agreement for long enough: turns to the next.
    public List<ClosingMessage> turn() {
        if (sealed || turnedTo > epoch || turnedTo + 1 >= Limits.EPOCHS) {
            return List.of();
        }
        List<ClosingMessage> said = new ArrayList<>();
        say(Turn.by(key, council, self, epoch + 1, committed), said);
        said.addAll(act());
        return said;
    }

    /// What a quorum sealed: the one set of ballots that is decrypted.
    public Optional<Hash> agreed() {
        return heard.withQuorum(Kind.SEAL, 0);
    }

    /// The seals of a quorum, for everybody to check; empty before.
    public List<SignedVote> seals() {
        return agreed().map(root -> heard.votes(new Vote(Kind.SEAL, 0, root))).orElse(List.of());
    }

    /// In which attempt this teller is.
    public int epoch() {
        return epoch;
    }

    private List<ClosingMessage> act() {
        List<ClosingMessage> said = new ArrayList<>();
        int before;
        do {
            before = said.size();
            catchUp();
            follow(said);
            close(said);
            commit(said);
            seal(said);
        } while (said.size() > before);
        return said;
    }

    /// Enters the latest epoch that a quorum turned to or past. Among them is an honest teller of
    /// every quorum that ever committed, and shows it.
    private void catchUp() {
        epoch = Math.max(epoch, heard.epochWithQuorum());
    }

    /// Turns to a later epoch once more tellers than may lie did: one of them is honest.
    private void follow(List<ClosingMessage> said) {
        int later = heard.epochWith(council.faulty() + 1);
        if (!sealed && later > Math.max(turnedTo, epoch)) {
            say(Turn.by(key, council, self, later, committed), said);
        }
    }

    private void close(List<ClosingMessage> said) {
        if (turnedTo > epoch || has(Kind.CLOSE, epoch)) {
            return;
        }
        heard.committedBy(epoch)
                .or(() -> mine)
                .ifPresent(root -> say(sign(new Vote(Kind.CLOSE, epoch, root)), said));
    }

    private void commit(List<ClosingMessage> said) {
        if (turnedTo > epoch || has(Kind.COMMIT, epoch)) {
            return;
        }
        heard.withQuorum(Kind.CLOSE, epoch)
                .ifPresent(root -> {
                    SignedVote commitment = sign(new Vote(Kind.COMMIT, epoch, root));
                    say(commitment.because(heard.certificate(epoch, root)), said);
                });
    }

    private void seal(List<ClosingMessage> said) {
        if (!sealed) {
            heard.committedByQuorum()
                    .ifPresent(root -> say(sign(new Vote(Kind.SEAL, 0, root)), said));
        }
    }

    private boolean has(Kind kind, int at) {
        return own.stream().anyMatch(vote -> vote.kind() == kind && vote.epoch() == at);
    }

    private SignedVote sign(Vote vote) {
        return SignedVote.by(key, council, self, vote);
    }

    private void say(ClosingMessage message, List<ClosingMessage> said) {
        note(message);
        said.add(message);
    }
}
