// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.TestSession;
import org.rankfile.domain.demo.DemoData;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.grievance.NextDeadline;
import org.rankfile.llm.CancelToken;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.ModelInfo;
import org.rankfile.llm.Progress;
import org.rankfile.llm.Summary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// A case from its first words to its summary over a real home, without a window.
@Timeout(60)
class CaseViewModelTest {
    @TempDir Path temp;
    private TestSession at;
    private GrievancesViewModel list;
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        at = new TestSession(temp);
        list = new GrievancesViewModel(at.workplace());
    }

    @AfterEach
    void close() throws Exception {
        at.close();
    }

    private CaseViewModel file(String statement, Summaries summaries) throws Exception {
        NewCaseViewModel fresh = new NewCaseViewModel(at.workplace(), made::add);
        fresh.statement.set(statement);
        int before = made.size();
        fresh.save();
        at.until(() -> made.size() > before);
        return new CaseViewModel(made.getLast(), at.workplace(), summaries);
    }

    private static Summary none(String text, CancelToken cancel, Progress progress) {
        return new Summary(
                null,
                List.of(),
                List.of(),
                new org.rankfile.llm.Brief(Map.of()),
                null,
                new ModelInfo("none", "00"),
                1);
    }

    private static Grievance shown(CaseViewModel model) {
        return Objects.requireNonNull(model.grievance.get());
    }

    @Test
    void aCaseNeedsAStatement() {
        NewCaseViewModel fresh = new NewCaseViewModel(at.workplace(), made::add);
        fresh.save();
        assertThat(fresh.error.get()).isEqualTo("Write or paste the statement first.");
        fresh.close();
    }

    @Test
    void aStatementIsTakenFromATextFileAndABinaryOneIsRefused() throws Exception {
        NewCaseViewModel fresh = new NewCaseViewModel(at.workplace(), made::add);
        fresh.read(Files.writeString(temp.resolve("a.txt"), "\uFEFFThey cut my hours.\n"));
        at.until(() -> fresh.statement.get().equals("They cut my hours."));
        fresh.read(Files.write(temp.resolve("b.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 1}));
        at.until(() -> !fresh.error.get().isEmpty());
        assertThat(fresh.statement.get()).isEqualTo("They cut my hours.");
        fresh.close();
    }

    @Test
    void theDeadlineIsOneValueThatAPersonTypes() throws Exception {
        CaseViewModel model = file("They cut my hours.", CaseViewModelTest::none);
        assertThat(model.deadline("next week", "Rosa", "Appeal")).contains("2026-11-23");
        assertThat(model.deadline("", "Rosa", "")).contains("needs its last day");
        assertThat(model.deadline("2026-11-20", "Rosa, Ben", "Appeal, step 2")).isEmpty();
        at.until(() -> shown(model).nextDeadline().isPresent());
        assertThat(shown(model).nextDeadline())
                .contains(
                        new NextDeadline(
                                LocalDate.of(2026, 11, 20), "Rosa  Ben", "Appeal, step 2"));
        assertThat(list.count.get()).isEqualTo("One case. One is overdue.");
        model.close();
    }

    @Test
    void whatAFieldCannotHoldIsSaid() throws Exception {
        CaseViewModel model = file("They cut my hours.", CaseViewModelTest::none);
        assertThat(model.edit(GrievanceField.INCIDENT_DATE, "yesterday")).contains("2026-11-23");
        assertThat(model.edit(GrievanceField.TITLE, "x".repeat(9_000))).contains("too long");
        assertThat(model.edit(GrievanceField.GRIEVANTS, "Ana, Ben")).isEmpty();
        at.until(() -> shown(model).elements(GrievanceField.GRIEVANTS).size() == 2);
        model.close();
    }

    @Test
    void aSummaryOfAChangedStatementIsThrownAway() throws Exception {
        CaseViewModel model = file(DemoData.statements().getFirst(), CaseViewModelTest::none);
        model.summary.summarise(shown(model).value(GrievanceField.STATEMENT));
        at.until(() -> model.summary.made.get() != null);
        model.summary.follow("another text");
        assertThat(model.summary.made.get()).isNull();
        model.close();
    }

    @Test
    void aSummaryCanBeCancelledAndAFailureIsSaid() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean fail = new AtomicBoolean();
        CaseViewModel model =
                file(
                        "They cut my hours.",
                        (text, cancel, progress) -> {
                            if (fail.get()) {
                                throw new LlmException(LlmException.Reason.NO_RUNTIME, null);
                            }
                            begun.countDown();
                            while (!cancel.isCancelled()) {
                                Thread.onSpinWait();
                            }
                            throw new CancellationException();
                        });
        model.summary.summarise("text");
        begun.await();
        model.summary.cancel();
        assertThat(model.summary.busy.get()).isFalse();
        assertThat(model.summary.error.get()).isEmpty();
        fail.set(true);
        model.summary.summarise("text");
        at.until(() -> !model.summary.error.get().isEmpty());
        assertThat(model.summary.error.get()).contains("does not run on this computer");
        model.close();
    }

    @Test
    void whatWasTypedWhenItLocksIsKeptAsADraft() throws Exception {
        NewCaseViewModel fresh = new NewCaseViewModel(at.workplace(), made::add);
        fresh.title.set("Hours");
        fresh.statement.set("They cut my");
        at.close();
        TestSession again = TestSession.again(temp);
        Grievance kept = again.session().snapshot().get().grievances().getFirst();
        assertThat(kept.value(GrievanceField.TITLE)).isEqualTo("Draft: Hours");
        assertThat(kept.value(GrievanceField.STATEMENT)).isEqualTo("They cut my");
        again.close();
    }
}
