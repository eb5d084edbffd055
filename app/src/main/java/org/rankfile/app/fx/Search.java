// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import javafx.beans.value.ObservableValue;

import org.rankfile.domain.Union;
import org.rankfile.domain.UnionSnapshot;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// Keeps a list in step with the words that are searched for and with the records. A search runs in
/// the background; the next one takes its place. The window's thread.
public final class Search<T> {
    private final Session session;
    private final ObservableValue<String> words;
    private final Of<T> of;
    private final Consumer<List<T>> show;
    private Running running = () -> {};

    /// What is searched.
    ///
    /// @param all everything, where no words are given
    /// @param find what has the words; may block
    public record Of<T>(
            Function<UnionSnapshot, List<T>> all, BiFunction<Union, String, List<T>> find) {}

    /// Searches now, and whenever the words or the records change.
    ///
    /// @param show is given what was found
    public Search(
            Session session, ObservableValue<String> words, Of<T> of, Consumer<List<T>> show) {
        this.session = session;
        this.words = words;
        this.of = of;
        this.show = show;
        words.subscribe((before, now) -> again());
        session.snapshot().subscribe((before, now) -> again());
        again();
    }

    /// Searches anew.
    public void again() {
        running.cancel();
        String wanted = words.getValue();
        if (wanted.isBlank()) {
            show.accept(of.all().apply(session.snapshot().get()));
            return;
        }
        running =
                session.tasks()
                        .start(
                                RuntimeException.class,
                                () -> of.find().apply(session.union(), wanted),
                                new Tasks.Ends<>(
                                        show,
                                        bug -> {
                                            throw bug;
                                        }));
    }
}
