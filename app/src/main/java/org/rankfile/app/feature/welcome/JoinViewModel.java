// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Running;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.app.text.Texts;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.InvitationText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Joining a local with an invitation: the words to read out, a wait, and the way out of it.
public final class JoinViewModel {
    private static final Set<HomeFault> OF_THE_INVITATION =
            EnumSet.of(
                    HomeFault.BAD_INVITATION,
                    HomeFault.INVITATION_EXPIRED,
                    HomeFault.INVITATION_USED,
                    HomeFault.INVITATION_WITHOUT_ADDRESS);

    final StringProperty invitation = new SimpleStringProperty("");
    final StringProperty personName = new SimpleStringProperty("");
    final StringProperty invitationError = new SimpleStringProperty("");
    final StringProperty personNameError = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");
    final BooleanProperty busy = new SimpleBooleanProperty();
    final ObjectProperty<List<String>> words = new SimpleObjectProperty<>(List.of());
    final NewPassphrase passphrase;

    private final Homes homes;
    private final Path dir;
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<OpenHome> joined;
    private Running running = () -> {};

    /// @param dir where the home is made
    /// @param joined is given the open home
    public JoinViewModel(
            Homes homes, Path dir, Tasks tasks, Texts texts, Consumer<OpenHome> joined) {
        this.homes = homes;
        this.dir = dir;
        this.tasks = tasks;
        this.texts = texts;
        this.joined = joined;
        passphrase = new NewPassphrase(texts);
        invitation.subscribe(() -> invitationError.set(""));
        personName.subscribe(() -> personNameError.set(""));
    }

    /// Takes the invitation from a file.
    void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(InvitationText.TEXT_CHARS);
            invitation.set(new String(bytes, StandardCharsets.UTF_8).strip());
        } catch (IOException unreadable) {
            invitationError.set(texts.get(WelcomeText.FILE_UNREADABLE));
        }
    }

    /// Calls the inviter and waits for a manager, or says next to the fields what is missing.
    void join() {
        String person = personName.get().strip();
        boolean named = Founding.isName(person);
        boolean good = InvitationText.read(invitation.get()) instanceof InvitationText.Good;
        personNameError.set(named ? "" : texts.of(HomeFault.BAD_NAME));
        invitationError.set(good ? "" : texts.of(HomeFault.BAD_INVITATION));
        if (!passphrase.check() || !named || !good || busy.get()) {
            return;
        }
        busy.set(true);
        error.set("");
        words.set(List.of());
        Homes.Joining joining = new Homes.Joining(invitation.get(), person);
        Secret secret = passphrase.secret();
        running =
                tasks.start(
                        HomeRefused.class,
                        () -> {
                            try (secret) {
                                return homes.join(dir, secret, joining, this::show);
                            }
                        },
                        new Tasks.Ends<>(this::done, this::refused));
    }

    /// On the thread that joins.
    private void show(List<String> shown) {
        tasks.onWindow(() -> words.set(List.copyOf(shown)));
    }

    /// Gives up; the same invitation can be tried again.
    void cancel() {
        running.cancel();
        busy.set(false);
        words.set(List.of());
    }

    private void refused(HomeRefused refused) {
        busy.set(false);
        words.set(List.of());
        boolean atField = OF_THE_INVITATION.contains(refused.fault());
        (atField ? invitationError : error).set(texts.of(refused.fault()));
    }

    private void done(OpenHome home) {
        busy.set(false);
        passphrase.forget();
        invitation.set("");
        joined.accept(home);
    }
}
