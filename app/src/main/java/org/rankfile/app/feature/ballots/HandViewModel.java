// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.cast.EnvelopeFile;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.CheckedTest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is carried by hand between laptops: ballots in a file, and the test of a ballot.
final class HandViewModel {
    final StringProperty carried = new SimpleStringProperty("");
    final StringProperty pasted = new SimpleStringProperty("");
    final ObjectProperty<@Nullable CheckedTest> checked = new SimpleObjectProperty<>();
    final Asking asking;

    private final Workplace workplace;
    private final Polls polls;
    private final Runnable forget;

    HandViewModel(Workplace workplace, Polls polls) {
        this.workplace = workplace;
        this.polls = polls;
        asking = new Asking(workplace);
        forget = workplace.session().beforeClosing(this::clear);
    }

    private Texts texts() {
        return workplace.texts();
    }

    /// Writes the ballots that too few witnesses have seen into a new file.
    void out(Path file) {
        carried.set("");
        if (Files.exists(file)) {
            asking.error.set(texts().get(BallotsText.FILE_THERE));
            return;
        }
        asking.ask(
                polls.handOut(),
                envelopes -> {
                    if (envelopes.isEmpty()) {
                        carried.set(texts().get(BallotsText.NONE_WAIT));
                    } else {
                        write(file, envelopes);
                    }
                });
    }

    private void write(Path file, List<CastEnvelope> envelopes) {
        inBackground(
                () -> {
                    try (OutputStream to =
                            new BufferedOutputStream(
                                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                        EnvelopeFile.write(to, envelopes);
                    }
                    return envelopes.size();
                },
                count ->
                        carried.set(
                                texts().get(
                                                BallotsText.HANDED_OUT,
                                                count,
                                                String.valueOf(file.getFileName()))),
                BallotsText.NOT_SAVED);
    }

    /// Takes ballots in, and says how many here still wait for witnesses.
    void in(Path file) {
        carried.set("");
        inBackground(
                () -> read(file),
                read -> {
                    if (read.isEmpty()) {
                        asking.error.set(texts().of(BallotRefusal.NO_ENVELOPES));
                    } else {
                        take(read.get());
                    }
                },
                BallotsText.NOT_READ);
    }

    private static Optional<List<CastEnvelope>> read(Path file) throws IOException {
        try (InputStream from = new BufferedInputStream(Files.newInputStream(file))) {
            return Optional.of(EnvelopeFile.read(from));
        } catch (Malformed none) {
            return Optional.empty();
        }
    }

    private void take(List<CastEnvelope> envelopes) {
        asking.ask(
                polls.handIn(envelopes),
                fresh ->
                        asking.ask(
                                polls.handOut(),
                                waiting ->
                                        carried.set(
                                                texts().get(
                                                                BallotsText.HANDED_IN,
                                                                envelopes.size(),
                                                                fresh,
                                                                waiting.size()))));
    }

    /// Shows what is in a ballot that another laptop tested, from its file.
    void checkFile(Path file) {
        checked.set(null);
        inBackground(
                () -> {
                    try (InputStream from = Files.newInputStream(file)) {
                        return from.readNBytes(Limits.TEST_BYTES + 1);
                    }
                },
                this::check,
                BallotsText.NOT_READ);
    }

    /// The same, from what was pasted.
    void checkPasted() {
        checked.set(null);
        check(pasted.get().strip().getBytes(StandardCharsets.UTF_8));
    }

    private void check(byte[] test) {
        asking.ask(
                polls.checkTest(test),
                found -> {
                    pasted.set("");
                    checked.set(found);
                });
    }

    private <T> void inBackground(
            Tasks.Work<T, IOException> work, Consumer<T> done, BallotsText failed) {
        asking.error.set("");
        asking.busy.set(true);
        workplace
                .session()
                .tasks()
                .start(
                        IOException.class,
                        work,
                        new Tasks.Ends<>(
                                result -> {
                                    asking.busy.set(false);
                                    done.accept(result);
                                },
                                refused -> {
                                    asking.busy.set(false);
                                    asking.error.set(texts().get(failed));
                                }));
    }

    private void clear() {
        pasted.set("");
        checked.set(null);
    }

    /// It is left.
    void close() {
        clear();
        forget.run();
    }
}
