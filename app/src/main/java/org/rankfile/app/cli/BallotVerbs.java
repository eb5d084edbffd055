// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.AnnexReport;
import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.ArchiveReport;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.annex.AnnexCheck;
import org.rankfile.ballot.verify.ArchiveVerifier;
import org.rankfile.ballot.verify.Known;
import org.rankfile.ballot.verify.Summary;
import org.rankfile.ballot.verify.Verdict;
import org.rankfile.ballot.verify.Watch;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// `ballot`: `verify` is here, what those do who hold ballots in [PollVerbs], what voters do in
/// [BoothVerbs].
final class BallotVerbs {
    private BallotVerbs() {}

    static CommandLine group(Screen screen, Reach reach, Surroundings with) {
        return RankfileCommand.group(
                "ballot",
                "Secret ballots.",
                new PollVerbs.ListVerb(screen, reach),
                new PollVerbs.NewVerb(screen, reach),
                new PollVerbs.ShowVerb(screen, reach, "ballot show"),
                new PollVerbs.OpenVerb(screen, reach),
                new PollVerbs.WithdrawVerb(screen, reach),
                new BoothVerbs.EnrolVerb(screen, reach),
                new BoothVerbs.PrepareVerb(screen, reach),
                new BoothVerbs.CastVerb(screen, reach, with.terminal()),
                new BoothVerbs.TestVerb(screen, reach),
                new BoothVerbs.CheckVerb(screen, reach),
                new BoothVerbs.HandoverVerb(screen, reach),
                new PollVerbs.CloseVerb(screen, reach),
                new PollVerbs.TallyVerb(screen, reach),
                new PollVerbs.ResultVerb(screen, reach),
                new PollVerbs.ExportVerb(screen, reach),
                new PollVerbs.DestroyVerb(screen, reach),
                PaperVerbs.group(screen, reach),
                new BallotVerifyVerb(screen, with.io()));
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

        @Option(
                names = "--annex",
                paramLabel = "F",
                description = "Its annex, which shows who could vote and that all ballots count.")
        @Nullable Path annex;

        BallotVerifyVerb(Screen screen, Executor executor) {
            super(screen);
            this.executor = executor;
        }

        @Override
        Answer run() {
            try {
                Verdict verdict =
                        new ArchiveVerifier(executor, Known.NOTHING, progress()).verify(this::open);
                return annex != null && verdict instanceof Verdict.Holds(Summary summary)
                        ? withAnnex(summary, annex)
                        : ArchiveReport.of(verdict);
            } catch (IOException unreadable) {
                return new Answer.Refused(
                        "unreadable",
                        "The file cannot be read. Check its name and your rights to it.");
            }
        }

        private Answer withAnnex(Summary summary, Path with) throws IOException {
            byte[] bytes;
            try (InputStream in = Files.newInputStream(with)) {
                bytes = in.readNBytes(Limits.JSON_BYTES + 1);
            }
            try {
                AnnexCheck check = AnnexCheck.of(this::open, bytes);
                return AnnexReport.of(summary, check.annex().rules(), check.verdict());
            } catch (Malformed wrong) {
                return AnnexReport.refused(summary, wrong);
            }
        }

        private InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(file));
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
            if (result.has("enrolled")) {
                screen.line(
                        result.path("entitled").asText()
                                + " entitled, "
                                + result.path("enrolled").asText()
                                + " enrolled, "
                                + result.path("late").asText()
                                + " in time that came too late to be counted");
            }
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
