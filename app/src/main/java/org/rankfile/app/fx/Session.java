// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.rankfile.app.home.OpenHome;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.Union;
import org.rankfile.domain.UnionSnapshot;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.record.Change;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.ReplicaStatus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// An open home as the screens see it: snapshots as properties, commands with their outcome, and
/// what was done last, to be undone. Window's thread only.
public final class Session {
    private static final int UNDO_DEPTH = 100;

    private final OpenHome home;
    private final Tasks tasks;
    private final Runnable unsubscribe;
    private final AtomicBoolean told = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<UnionSnapshot> snapshot;
    private final ReadOnlyObjectWrapper<ReplicaStatus> status;
    private final ReadOnlyBooleanWrapper connected = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper beat = new ReadOnlyLongWrapper();
    private final Deque<List<Command>> done = new ArrayDeque<>();
    private final List<Runnable> beforeClosing = new ArrayList<>();
    private final Deque<Consumer<Outcome>> undos = new ArrayDeque<>();
    private int writing;
    private CompletableFuture<?> lastWrite = CompletableFuture.completedFuture(null);
    private boolean over;

    /// A session over an open home, which it closes.
    public Session(OpenHome home, Tasks tasks) {
        this.home = home;
        this.tasks = tasks;
        snapshot = new ReadOnlyObjectWrapper<>(home.union().snapshot());
        status = new ReadOnlyObjectWrapper<>(home.replica().status());
        unsubscribe = home.union().subscribe(this::changed);
        refresh();
    }

    /// Engine thread. Many changes in a row make one refresh.
    private void changed() {
        if (told.compareAndSet(false, true)) {
            tasks.onWindow(this::refresh);
        }
    }

    /// Looks again where things stand.
    public void refresh() {
        told.set(false);
        if (over) {
            return;
        }
        UnionSnapshot now = home.union().snapshot();
        if (now.version() != snapshot.get().version()) {
            snapshot.set(now);
        }
        connected.set(home.network().isConnected());
        status.set(home.replica().status());
        beat.set(beat.get() + 1);
    }

    /// Changes whenever something may have: records, members, peers, people who wait.
    public ReadOnlyLongProperty beat() {
        return beat.getReadOnlyProperty();
    }

    /// The home.
    public OpenHome home() {
        return home;
    }

    /// The façade.
    public Union union() {
        return home.union();
    }

    /// For background work.
    public Tasks tasks() {
        return tasks;
    }

    /// Members and grievances at this moment.
    public ReadOnlyObjectProperty<UnionSnapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /// The log and the peers at this moment.
    public ReadOnlyObjectProperty<ReplicaStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// Whether the person chose to connect.
    public ReadOnlyBooleanProperty connected() {
        return connected.getReadOnlyProperty();
    }

    /// Whether there is something of ours to take back: written, or being written.
    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// Carries out a command; the outcome comes once it is on the disk.
    public void submit(Command command, Consumer<Outcome> outcome) {
        CompletableFuture<Outcome> written = home.union().submit(command);
        lastWrite = written;
        writing++;
        undoable.set(true);
        tasks.then(
                written,
                result -> {
                    remember(command, result);
                    refresh();
                    outcome.accept(result);
                },
                () -> {
                    writing--;
                    undoNext();
                });
    }

    private void remember(Command command, Outcome outcome) {
        List<Command> inverse =
                switch (outcome) {
                    case Outcome.Done d
                            when command instanceof Command.Undo || isUndoImport(command) ->
                            List.of();
                    case Outcome.Done d ->
                            d.ops().stream()
                                    .<Command>map(op -> new Command.Undo(op.toString()))
                                    .toList();
                    case Outcome.Imported i ->
                            i.batch().stream()
                                    .<Command>map(b -> new Command.UndoImport(b.id()))
                                    .toList();
                    case Outcome.Refused _ -> List.of();
                };
        if (!inverse.isEmpty()) {
            done.push(inverse);
            if (done.size() > UNDO_DEPTH) {
                done.removeLast();
            }
        }
        undoable.set(!done.isEmpty());
    }

    private static boolean isUndoImport(Command command) {
        return command instanceof Command.UndoImport;
    }

    /// Takes back what was done last in this session, as soon as it is written; what somebody has
    /// changed since stays.
    ///
    /// @param outcome is given the outcome; not called where there is nothing to take back
    public void undo(Consumer<Outcome> outcome) {
        undos.add(outcome);
        undoNext();
    }

    /// Waits for what is being written: only then is it known what was done last.
    private void undoNext() {
        if (writing > 0 || undos.isEmpty()) {
            return;
        }
        Consumer<Outcome> outcome = undos.remove();
        if (!done.isEmpty()) {
            done.pop().forEach(command -> submit(command, outcome));
        }
        undoable.set(!done.isEmpty());
    }

    /// A record's history, oldest first.
    public void history(RecordKey key, Consumer<List<Change>> history) {
        tasks.then(home.union().history(key), lines -> history.accept(lines.orElse(List.of())));
    }

    /// Who can read members and grievances.
    public List<Member> readers() {
        return home.union().readers();
    }

    /// Whether this device is in the committee.
    public boolean inCommittee() {
        return home.union().inCommittee();
    }

    /// What a person is called; a short mark of them where that is not known.
    public String nameOf(PersonId person) {
        Map<PersonId, String> names = home.union().names();
        return names.getOrDefault(person, person.toString().substring(0, 8));
    }

    /// Our own name.
    public String ownName() {
        return nameOf(status.get().me());
    }

    /// Runs something before the home is closed: what was typed and not yet kept is kept then.
    ///
    /// @return takes it out again
    public Runnable beforeClosing(Runnable keep) {
        beforeClosing.add(keep);
        return () -> beforeClosing.remove(keep);
    }

    /// Keeps what was typed, waits for what is being written, then closes the home in the
    /// background. Nothing of the records is held here afterwards.
    ///
    /// @param closed runs once the keys are gone and another process may open the home
    public void close(Runnable closed) {
        if (over) {
            return;
        }
        List.copyOf(beforeClosing).forEach(Runnable::run);
        over = true;
        unsubscribe.run();
        done.clear();
        undos.clear();
        CompletableFuture<?> writing = lastWrite;
        tasks.start(
                RuntimeException.class,
                () -> {
                    writing.handle((result, thrown) -> null).join();
                    home.close();
                    return home;
                },
                new Tasks.Ends<>(
                        gone -> closed.run(),
                        broken -> {
                            closed.run();
                            throw broken;
                        }));
    }
}
