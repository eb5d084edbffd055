// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.BallotCheck;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.tally.EncryptedTally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// The ballots as they come: checked some at a time, and those that count added up.
final class BallotBox {
    private static final int BATCH = 128;

    private final SetUp setUp;
    private final Checks checks;
    private final Survey survey;
    private final Watch watch;
    private final BallotCheck check;
    private final List<Entry> waiting = new ArrayList<>();
    private EncryptedTally tally;
    private long ballots;
    private long counted;
    private long weight;

    BallotBox(SetUp setUp, Checks checks, Survey survey, Watch watch) {
        this.setUp = setUp;
        this.checks = checks;
        this.survey = survey;
        this.watch = watch;
        check = new BallotCheck(setUp.election());
        tally = EncryptedTally.none(setUp.election());
    }

    private record Entry(String place, byte[] bytes) {}

    /// @param flaw what is wrong with it; missing for a valid one
    private record Checked(Optional<Ballot> ballot, Optional<Malformed> flaw) {}

    void add(String place, byte[] ballot) throws Malformed {
        waiting.add(new Entry(place, ballot));
        if (waiting.size() == BATCH) {
            settle();
        }
    }

    /// Checks what waits.
    void settle() throws Malformed {
        List<Checked> results = checks.each(waiting, this::check);
        for (int i = 0; i < results.size(); i++) {
            Entry entry = waiting.get(i);
            Optional<Malformed> flaw = results.get(i).flaw();
            if (flaw.isPresent()) {
                throw flaw.get().within(entry.place());
            }
            ballots++;
            count(results.get(i).ballot().orElseThrow());
        }
        waiting.clear();
        if (!watch.goOn(ballots, survey.ballots())) {
            throw new CancellationException();
        }
    }

    private Checked check(Entry entry) {
        try {
            Ballot ballot = Ballot.read(entry.bytes());
            if (setUp.electorate().weight(ballot.credential()) == 0) {
                throw new Malformed("credential", "not among those that may vote");
            }
            if (!checks.known(setUp.election(), entry.bytes())) {
                Optional<String> flaw = check.flaw(ballot);
                if (flaw.isPresent()) {
                    throw Malformed.of(flaw.get());
                }
                checks.remember(setUp.election(), entry.bytes());
            }
            return new Checked(Optional.of(ballot), Optional.empty());
        } catch (Malformed wrong) {
            return new Checked(Optional.empty(), Optional.of(wrong));
        }
    }

    private void count(Ballot ballot) {
        if (survey.counts(ballot, ballots)) {
            int each = setUp.electorate().weight(ballot.credential());
            tally = tally.plus(setUp.election(), ballot, each);
            counted++;
            weight += each;
        }
    }

    EncryptedTally tally() {
        return tally;
    }

    long ballots() {
        return ballots;
    }

    long counted() {
        return counted;
    }

    long weight() {
        return weight;
    }
}
