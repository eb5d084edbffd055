// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Running;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.llm.CancelToken;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Refusal;
import org.rankfile.llm.Summary;

/// A summary of one statement: asked for, under way, there, or refused. It is not stored.
public final class SummaryViewModel {
    final BooleanProperty busy = new SimpleBooleanProperty();
    final DoubleProperty progress = new SimpleDoubleProperty();
    final StringProperty error = new SimpleStringProperty("");
    final ObjectProperty<@Nullable Made> made = new SimpleObjectProperty<>();

    private final Summaries summaries;
    private final Workplace workplace;
    private CancelToken token = new CancelToken();
    private Running running = () -> {};

    /// A summary and the very text that it quotes.
    record Made(String source, Summary summary) {}

    SummaryViewModel(Summaries summaries, Workplace workplace) {
        this.summaries = summaries;
        this.workplace = workplace;
    }

    /// Summarises a statement.
    void summarise(String statement) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        progress.set(0);
        error.set("");
        made.set(null);
        CancelToken cancel = new CancelToken();
        token = cancel;
        Tasks tasks = workplace.session().tasks();
        running =
                tasks.start(
                        LlmException.class,
                        () ->
                                summaries.summarise(
                                        statement,
                                        cancel,
                                        (done, total) ->
                                                tasks.onWindow(() -> advance(done, total))),
                        new Tasks.Ends<>(summary -> done(statement, summary), this::failed));
    }

    private void advance(int done, int total) {
        if (busy.get()) {
            progress.set(done / (double) total);
        }
    }

    private void done(String statement, Summary summary) {
        busy.set(false);
        Refusal refused = summary.refused();
        if (refused == null) {
            made.set(new Made(statement, summary));
        } else {
            error.set(texts().of(refused.code()));
        }
    }

    private void failed(LlmException failed) {
        busy.set(false);
        error.set(texts().of(failed.reason()));
    }

    private Texts texts() {
        return workplace.texts();
    }

    /// The statement has changed: a summary of another text is worth nothing.
    void follow(String statement) {
        Made now = made.get();
        if (now != null && !now.source().equals(statement)) {
            made.set(null);
        }
    }

    /// Stops.
    void cancel() {
        token.cancel();
        running.cancel();
        busy.set(false);
    }
}
