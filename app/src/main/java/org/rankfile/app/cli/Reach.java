// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Desk;
import org.rankfile.app.desk.DeskClient;
import org.rankfile.app.desk.Lines;
import org.rankfile.app.desk.Request;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The way to a home: its running peer where there is one, else the home itself.
final class Reach {
    private final Surroundings with;
    private final RankfileCommand root;

    Reach(Surroundings with, RankfileCommand root) {
        this.with = with;
        this.root = root;
    }

    /// The home that is meant.
    Path dir() {
        return root.home == null ? with.homes().usual() : root.home;
    }

    /// Carries out a request, wherever the home is open.
    Answer ask(Request request) {
        try {
            Optional<DeskClient> peer = DeskClient.to(dir());
            if (peer.isPresent()) {
                try (DeskClient client = peer.get()) {
                    return client.ask(request);
                }
            }
        } catch (IOException ended) {
            return new Answer.Refused(
                    "peer_ended",
                    "The running peer ended meanwhile. Look whether it was done, and try again.");
        }
        return opening(home -> new Desk(home, with.summaries()).answer(request));
    }

    /// Does something with the home, opened in this process.
    Answer opening(Use use) {
        if (!with.homes().isHome(dir())) {
            return Lines.of(new HomeRefused(HomeFault.NO_HOME));
        }
        try (Secret passphrase = new Passphrases(with.terminal()).existing(root.passphraseFile);
                OpenHome home = with.homes().open(dir(), passphrase)) {
            return use.of(home);
        } catch (Passphrases.None none) {
            return none.answer();
        } catch (HomeRefused refused) {
            return Lines.of(refused);
        }
    }

    /// Makes a home that does not exist yet, and does something with it.
    Answer making(Make make, Use use) {
        try (Secret passphrase = new Passphrases(with.terminal()).fresh(root.passphraseFile);
                OpenHome home = make.with(passphrase)) {
            return use.of(home);
        } catch (Passphrases.None none) {
            return none.answer();
        } catch (HomeRefused refused) {
            return Lines.of(refused);
        }
    }

    /// What is done with an open home.
    @FunctionalInterface
    interface Use {
        Answer of(OpenHome home) throws HomeRefused;
    }

    /// How a home is made.
    @FunctionalInterface
    interface Make {
        OpenHome with(Secret passphrase) throws HomeRefused;
    }
}
