// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.ArchiveReport;
import org.rankfile.ballot.verify.ArchiveVerifier;
import org.rankfile.ballot.verify.Known;
import org.rankfile.ballot.verify.Verdict;
import org.rankfile.ballot.verify.Watch;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// `ballot verify`.
final class BallotVerbs {
    private BallotVerbs() {}

    static CommandLine group(Screen screen, Surroundings with) {
        return RankfileCommand.group(
                "ballot", "Secret ballots.", new BallotVerifyVerb(screen, with.io()));
    }

    /// `ballot verify FILE.bel`: whether the record of an election holds, with no home and no
    /// network. What only the annex can show is said to be not checked.
    @Command(
            name = "verify",
            description = "Check the record of an election, by us or by Belenios; needs no home.")
    static final class BallotVerifyVerb extends Verb {
        private static final int STEPS = 10;
        private static final int MANY_BALLOTS = 1_000;

        private final Executor executor;

        @Parameters(paramLabel = "FILE.bel", description = "The archive of the election.")
        Path file = Path.of("");

        BallotVerifyVerb(Screen screen, Executor executor) {
            super(screen);
            this.executor = executor;
        }

        @Override
        Answer run() {
            try {
                Verdict verdict =
                        new ArchiveVerifier(executor, Known.NOTHING, progress())
                                .verify(() -> new BufferedInputStream(Files.newInputStream(file)));
                return ArchiveReport.of(verdict);
            } catch (IOException unreadable) {
                return new Answer.Refused(
                        "unreadable",
                        "The file cannot be read. Check its name and your rights to it.");
            }
        }

        /// Says how far it is, ten times, where that takes more than a few seconds.
        private Watch progress() {
            return new Watch() {
                private long said;

                @Override
                public boolean goOn(long ballots, long all) {
                    long step = Math.max(1, all / STEPS);
                    if (all >= MANY_BALLOTS && ballots / step > said) {
                        said = ballots / step;
                        screen.note("checked " + ballots + " of " + all + " ballots");
                    }
                    return true;
                }
            };
        }

        @Override
        void show(ObjectNode result) {
            JsonNode election = result.path("election");
            screen.line(
                    election.path("name").asText() + "  (" + election.path("uuid").asText() + ")");
            screen.line("fingerprint  " + election.path("fingerprint").asText());
            result.path("verdicts")
                    .properties()
                    .forEach(each -> screen.line(each.getKey() + ": " + each.getValue().asText()));
            screen.line(
                    result.path("ballots").asText()
                            + " ballots, "
                            + result.path("counted").asText()
                            + " counted (weight "
                            + result.path("weight").asText()
                            + "), "
                            + result.path("credentials").asText()
                            + " credentials");
            for (JsonNode question : result.path("result")) {
                screen.line("");
                screen.line(question.path("question").asText());
                for (JsonNode answer : question.path("answers")) {
                    screen.line(
                            "  "
                                    + answer.path("count").asText()
                                    + "  "
                                    + answer.path("answer").asText());
                }
            }
        }
    }
}
