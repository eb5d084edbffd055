// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.Refusal;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.llm.TextFile;
import org.rankfile.llm.extract.Limits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A case that is being written. What was typed when the program locks is kept as a case whose
/// title says that it is a draft.
public final class NewCaseViewModel {
    final StringProperty title = new SimpleStringProperty("");
    final StringProperty statement = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");

    private final Workplace workplace;
    private final Consumer<String> made;
    private final Runnable forget;
    private boolean over;

    /// @param made is given the id of the case
    NewCaseViewModel(Workplace workplace, Consumer<String> made) {
        this.workplace = workplace;
        this.made = made;
        forget = workplace.session().beforeClosing(this::keepDraft);
        statement.subscribe(() -> error.set(""));
    }

    private Texts texts() {
        return workplace.texts();
    }

    /// Takes the statement from a text file.
    void read(Path file) {
        workplace
                .session()
                .tasks()
                .start(
                        IOException.class,
                        () -> {
                            try (InputStream in = Files.newInputStream(file)) {
                                return TextFile.of(in.readNBytes(Limits.MAX_BYTES + 1));
                            }
                        },
                        new Tasks.Ends<>(
                                read -> {
                                    switch (read) {
                                        case TextFile.Text(String text) ->
                                                statement.set(text.replace("\uFEFF", "").strip());
                                        case TextFile.Refused refused ->
                                                error.set(texts().of(refused.why().code()));
                                    }
                                },
                                refused -> error.set(texts().get(GrievancesText.FILE_UNREADABLE))));
    }

    /// Opens the case.
    void save() {
        if (statement.get().isBlank()) {
            error.set(texts().of(Refusal.NO_STATEMENT));
            return;
        }
        submit(title.get().strip());
    }

    private void submit(String named) {
        int year = workplace.session().home().today().getYear();
        workplace
                .session()
                .submit(
                        new Command.NewGrievance(named, statement.get(), year),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done done -> {
                                    close();
                                    done.record().map(RecordKey::id).ifPresent(made);
                                }
                                case Outcome.Refused refused ->
                                        error.set(texts().of(refused.why()));
                                case Outcome.Imported _ ->
                                        throw new IllegalStateException("a case, not an import");
                            }
                        });
    }

    private void keepDraft() {
        if (!over && !statement.get().isBlank()) {
            over = true;
            submit(texts().get(GrievancesText.DRAFT, title.get().strip()).strip());
        }
    }

    /// It is given up, or made.
    void close() {
        over = true;
        forget.run();
    }
}
