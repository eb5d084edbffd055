// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.ArchiveEvent;
import org.rankfile.ballot.archive.ArchiveEvent.Setup;
import org.rankfile.ballot.archive.ArchiveReader;
import org.rankfile.ballot.archive.EventType;
import org.rankfile.ballot.verify.Verdict.Holds;
import org.rankfile.ballot.verify.Verdict.Incomplete;
import org.rankfile.ballot.verify.Verdict.Rejected;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Checks everything that an archive says. Reads it twice. Keeps some 150 bytes for each
/// credential; each of its ballots takes as much for the length of the first reading. One instance
/// may verify any number of archives, from any thread.
public final class ArchiveVerifier {
    private final Executor executor;
    private final Known known;
    private final Watch watch;

    /// @param executor runs the checks of ballots; as many threads as it has are used
    /// @param known what need not be checked again
    /// @param watch is told how far it is
    public ArchiveVerifier(Executor executor, Known known, Watch watch) {
        this.executor = executor;
        this.known = known;
        this.watch = watch;
    }

    /// Checks an archive.
    ///
    /// @throws IOException where it cannot be read
    /// @throws java.util.concurrent.CancellationException where the watch says so
    public Verdict verify(ArchiveSource source) throws IOException {
        try {
            return check(source, Survey.of(source));
        } catch (Malformed wrong) {
            return new Rejected(wrong.place(), wrong.reason());
        }
    }

    private Verdict check(ArchiveSource source, Survey survey) throws IOException, Malformed {
        try (InputStream in = source.open()) {
            ArchiveReader reader = new ArchiveReader(in);
            Optional<Verification> begun = begin(reader, survey);
            if (begun.isEmpty()) {
                return new Incomplete(EventType.SETUP, Optional.empty());
            }
            Verification verification = begun.get();
            String place = reader.place();
            Optional<ArchiveEvent> event = reader.next();
            while (event.isPresent()) {
                verification.take(place, event.get());
                place = reader.place();
                event = reader.next();
            }
            if (!reader.headHash().equals(survey.head())) {
                throw new Malformed("", "the file changed while it was read");
            }
            Summary summary =
                    verification.summary(reader.timestamp(), reader.headHash().orElseThrow());
            return verdict(reader.lastType().orElseThrow(), summary, verification);
        }
    }

    /// Begins with the set-up, which nothing here may hold on to: the list of credentials is by far
    /// the largest record.
    private Optional<Verification> begin(ArchiveReader reader, Survey survey)
            throws IOException, Malformed {
        String place = reader.place();
        Optional<ArchiveEvent> event = reader.next();
        return event.isPresent() && event.get() instanceof Setup setup
                ? Optional.of(begin(place, setup, survey))
                : Optional.empty();
    }

    private Verification begin(String place, Setup setup, Survey survey) throws Malformed {
        Checks checks = new Checks(executor, known);
        try {
            SetUp setUp = SetUp.of(setup, checks);
            return new Verification(setUp, new BallotBox(setUp, checks, survey, watch));
        } catch (Malformed wrong) {
            throw wrong.within(place);
        }
    }

    private static Verdict verdict(EventType last, Summary summary, Verification verification) {
        return switch (last) {
            case RESULT -> new Holds(summary);
            case SETUP, BALLOT -> without(EventType.END_BALLOTS, summary);
            case END_BALLOTS -> without(EventType.ENCRYPTED_TALLY, summary);
            case ENCRYPTED_TALLY -> without(EventType.PARTIAL_DECRYPTION, summary);
            case PARTIAL_DECRYPTION ->
                    verification.isDecrypted()
                            ? without(EventType.RESULT, summary)
                            : without(EventType.PARTIAL_DECRYPTION, summary);
        };
    }

    private static Verdict without(EventType missing, Summary summary) {
        return new Incomplete(missing, Optional.of(summary));
    }
}
