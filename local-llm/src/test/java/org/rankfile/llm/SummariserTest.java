// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.llm.extract.BriefRole;
import org.rankfile.llm.extract.Limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

final class SummariserTest {
    private static final String GRIEVANCE =
            """
            I am grieving the written warning I got for being late. On Monday 4 May the gate did \
            not open and six of us stood outside until the guard came. I told the foreman at once \
            and he said it was fine. Article 12.2 says nobody is disciplined without just cause. \
            Ana Ruiz was there and saw all of it. I want the warning taken out of my file.
            """;

    private static Summariser summariser;

    @BeforeAll
    static void load() throws LlmException {
        summariser = Summariser.load(new AtomicLong()::getAndIncrement);
    }

    @AfterAll
    static void close() {
        summariser.close();
    }

    @Test
    @DisplayName("SUM-7: each slot of a plain grievance holds the sentence that a reader expects")
    void eachSlotHoldsTheExpectedSentence() throws LlmException {
        Summary summary = summariser.summarise(GRIEVANCE);
        assertSlot(summary, BriefRole.ISSUE, "grieving the written warning");
        assertSlot(summary, BriefRole.INCIDENT, "gate did not open");
        assertSlot(summary, BriefRole.PRIOR_STEPS, "told the foreman");
        assertSlot(summary, BriefRole.CONTRACT, "Article 12.2");
        assertSlot(summary, BriefRole.EVIDENCE, "Ana Ruiz");
        assertSlot(summary, BriefRole.REMEDY, "taken out of my file");
    }

    @Test
    @DisplayName("SUM-8: without a deadline in the text the slot is empty")
    void aTextWithoutADeadlineGetsNone() throws LlmException {
        Summary summary = summariser.summarise(GRIEVANCE);
        assertThat(summary.brief().of(BriefRole.DEADLINE)).isEmpty();
        Summary with = summariser.summarise(GRIEVANCE + "It must be filed within ten days.");
        assertSlot(with, BriefRole.DEADLINE, "within ten days");
    }

    @Test
    @DisplayName("SUM-4: the same text gives the same summary, also after a reload")
    void theSameTextGivesTheSameSummary() throws LlmException {
        Summary first = timeless(summariser.summarise(GRIEVANCE));
        for (int run = 0; run < 3; run++) {
            assertThat(timeless(summariser.summarise(GRIEVANCE))).isEqualTo(first);
        }
        try (Summariser again = Summariser.load()) {
            assertThat(timeless(again.summarise(GRIEVANCE))).isEqualTo(first);
        }
    }

    @Test
    @DisplayName("SUM-4: threads that summarise at once get the same summaries")
    void threadsGetTheSameSummaries() throws Exception {
        Summary expected = timeless(summariser.summarise(GRIEVANCE));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Summary>> futures = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                futures.add(threads.submit(() -> summariser.summarise(GRIEVANCE)));
            }
            for (Future<Summary> future : futures) {
                assertThat(timeless(future.get())).isEqualTo(expected);
            }
        }
    }

    @Test
    @DisplayName("SUM-5: special tokens in a text change neither its brief nor its category")
    void specialTokensInATextChangeNothing() throws LlmException {
        Summary plain = summariser.summarise(GRIEVANCE);
        Summary marked = summariser.summarise(GRIEVANCE.replace("Ana", "[SEP] [CLS] Ana"));
        assertThat(marked.category()).isEqualTo(plain.category());
        assertThat(marked.brief()).isEqualTo(plain.brief());
        assertThat(marked.sentences()).anyMatch(s -> s.text().startsWith("[SEP] [CLS] Ana"));
    }

    @Test
    @DisplayName("SUM-3: what cannot be summarised is refused with a reason")
    void whatCannotBeSummarisedIsRefused() throws LlmException {
        assertRefused("", Refusal.Code.EMPTY);
        assertRefused(" \r\n\t\ufeff ", Refusal.Code.EMPTY);
        assertRefused("They cut my hours and I want them back.", Refusal.Code.TOO_SHORT);
        assertRefused("x".repeat(Limits.MAX_CHARS + 1), Refusal.Code.TOO_LONG);
        assertRefused(
                GRIEVANCE + "They left. ".repeat(Limits.MAX_SENTENCES), Refusal.Code.TOO_LONG);
        assertRefused("\u0000\u0001\u0002abc".repeat(50), Refusal.Code.UNREADABLE);
        assertRefused("El jefe me dijo que no hay trabajo. ".repeat(9), Refusal.Code.NOT_ENGLISH);
        assertRefused("星期一主管告诉我不能加班。".repeat(30), Refusal.Code.NOT_ENGLISH);
        assertRefused("qwer asdf zxcv hjkl uiop ".repeat(20), Refusal.Code.NOT_ENGLISH);
    }

    @Test
    @DisplayName("SUM-3: a refusal tells the limit and repeats nothing of the text")
    void aRefusalTellsTheLimit() throws LlmException {
        assertThat(message("Secret " + "word ".repeat(5)))
                .contains("at least 40")
                .doesNotContain("Secret");
        assertThat(message("x".repeat(Limits.MAX_CHARS + 1))).contains("250,000");
    }

    @Test
    void anyStringIsSummarisedExactlyOrRefused() throws LlmException {
        var random = new Random(42);
        for (int i = 0; i < 40; i++) {
            String text = mangled(random);
            Summary summary = summariser.summarise(text);
            for (SummarySentence sentence : summary.sentences()) {
                assertThat(sentence.text())
                        .isEqualTo(text.substring(sentence.start(), sentence.end()));
            }
            assertThat(summary.sentences().isEmpty()).isEqualTo(summary.refused() != null);
        }
    }

    @Test
    @DisplayName("SUM-11: progress rises to the end, and a cancelled summary stops")
    void aSummaryTellsItsProgressAndCanBeCancelled() throws LlmException {
        var seen = new ArrayList<Integer>();
        var token = new CancelToken();
        summariser.summarise(GRIEVANCE, token, (done, total) -> seen.add(done * 100 + total));
        assertThat(seen).containsExactly(106, 206, 306, 406, 506, 606);

        seen.clear();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        summariser.summarise(
                                GRIEVANCE,
                                token,
                                (done, total) -> {
                                    seen.add(done);
                                    if (done == 2) {
                                        token.cancel();
                                    }
                                }));
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    @DisplayName("SUM-11: an interrupted thread stops summarising and stays interrupted")
    void anInterruptedThreadStopsSummarising() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> summariser.summarise(GRIEVANCE));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aClosedSummariserRefusesToWork() throws LlmException, ExecutionException {
        Summariser closed = Summariser.load();
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.summarise(GRIEVANCE))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertSlot(Summary summary, BriefRole role, String words) {
        assertThat(summary.brief().of(role))
                .as(role.key())
                .anyMatch(index -> summary.sentences().get(index).text().contains(words));
    }

    private static void assertRefused(String text, Refusal.Code code) throws LlmException {
        Summary summary = summariser.summarise(text);
        assertThat(summary.refused()).isNotNull().extracting(Refusal::code).isEqualTo(code);
        assertThat(summary.sentences()).isEmpty();
        assertThat(summary.category()).isNull();
    }

    private static String message(String text) throws LlmException {
        Refusal refused = summariser.summarise(text).refused();
        return refused == null ? "" : refused.message();
    }

    private static Summary timeless(Summary s) {
        return new Summary(
                s.category(), s.candidates(), s.sentences(), s.brief(), s.refused(), s.model(), 0);
    }

    /// The grievance with a few characters replaced by anything.
    private static String mangled(Random random) {
        var text = new StringBuilder(GRIEVANCE);
        for (int i = 0; i < 3; i++) {
            String any = Character.toString(random.nextInt(0x110000));
            text.insert(random.nextInt(text.length()), any);
        }
        return text.toString();
    }
}
