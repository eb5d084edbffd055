// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.people;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.home.Homes;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.Refusal;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRequest;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.ReplicaStatus;
import org.rankfile.oplog.Role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Who is in the local, who wants in, and invitations.
public final class PeopleViewModel {

    final ObservableList<Person> people = FXCollections.observableArrayList();
    final ObservableList<JoinRequest> requests = FXCollections.observableArrayList();
    final BooleanProperty manager = new SimpleBooleanProperty();
    final BooleanProperty connected = new SimpleBooleanProperty();
    final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.STEWARD);
    final StringProperty invitation = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");

    private final Workplace workplace;

    /// One member.
    ///
    /// @param ourselves whether it is us
    /// @param here whether a device of that name is connected
    record Person(Member member, boolean committee, boolean ourselves, boolean here) {}

    public PeopleViewModel(Workplace workplace) {
        this.workplace = workplace;
        workplace.session().beat().subscribe(now -> refresh());
    }

    private NetworkedReplica replica() {
        return workplace.session().home().replica();
    }

    private Texts texts() {
        return workplace.texts();
    }

    private void refresh() {
        ReplicaStatus status = workplace.session().status().get();
        connected.set(workplace.session().connected().get());
        Set<PersonId> committee =
                workplace.session().readers().stream().map(Member::id).collect(Collectors.toSet());
        Set<String> here =
                status.peers().stream()
                        .map(ReplicaStatus.PeerStatus::person)
                        .collect(Collectors.toSet());
        List<Person> now =
                replica().members("hall").stream()
                        .map(member -> person(member, committee, status, here))
                        .toList();
        if (!people.equals(now)) {
            people.setAll(now);
        }
        manager.set(now.stream().anyMatch(p -> p.ourselves() && p.member().role() == Role.MANAGER));
        if (connected.get()) {
            workplace
                    .session()
                    .tasks()
                    .then(replica().onEngine(() -> replica().requests()), this::show);
        } else {
            requests.clear();
        }
    }

    private static Person person(
            Member member, Set<PersonId> committee, ReplicaStatus status, Set<String> here) {
        boolean ourselves = member.id().equals(status.me());
        return new Person(
                member,
                committee.contains(member.id()),
                ourselves,
                !ourselves && here.contains(member.name()));
    }

    private void show(List<JoinRequest> now) {
        if (!requests.equals(now)) {
            requests.setAll(now);
        }
    }

    /// Makes an invitation, good for one device and a day.
    void invite() {
        Role as = role.get();
        invitation.set("");
        engine(
                () -> replica().invite(as, Homes.INVITATION_VALID, false),
                (Invitation made) -> invitation.set(made.text()));
    }

    /// Lets somebody in. The person has compared the words.
    void approve(JoinRequest request) {
        engine(
                () -> replica().approve(request.id(), String.join(" ", request.words())),
                done -> over(done, texts().get(PeopleText.APPROVED, request.name())));
    }

    /// Turns somebody away.
    void refuse(JoinRequest request) {
        engine(
                () -> replica().refuse(request.id()),
                done -> over(done, texts().get(PeopleText.REFUSED, request.name())));
    }

    private void over(boolean done, String words) {
        if (done) {
            workplace.say().accept(words);
        } else {
            error.set(texts().get(PeopleText.GONE));
        }
        workplace.session().refresh();
    }

    private <T> void engine(Callable<T> work, Consumer<T> done) {
        error.set("");
        workplace
                .session()
                .tasks()
                .start(
                        AppendRefused.class,
                        () -> onEngine(work),
                        new Tasks.Ends<>(done, refused -> error.set(words(refused.reason()))));
    }

    private <T> T onEngine(Callable<T> work) throws AppendRefused, InterruptedException {
        try {
            return replica().onEngine(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AppendRefused refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        }
    }

    private String words(AppendRefused.Reason reason) {
        return switch (reason) {
            case NOT_A_MEMBER, NOT_ALLOWED -> texts().get(PeopleText.ONLY_MANAGERS);
            case TOO_LARGE -> texts().of(Refusal.TOO_LONG);
            case DISK_FULL -> texts().of(Refusal.DISK_FULL);
            case DISK -> texts().of(Refusal.DISK);
            case COPIED_HOME -> texts().of(Refusal.COPIED_HOME);
            case SUSPENDED -> texts().of(Refusal.SUSPENDED);
        };
    }

    /// Writes the invitation to a file.
    void save(Path file) {
        String text = invitation.get() + "\n";
        workplace
                .session()
                .tasks()
                .start(
                        IOException.class,
                        () -> Files.write(file, text.getBytes(StandardCharsets.UTF_8)),
                        new Tasks.Ends<>(
                                written -> workplace.say().accept(texts().get(PeopleText.SAVED)),
                                refused -> error.set(texts().get(PeopleText.NOT_SAVED))));
    }
}
