// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Session;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.home.Drafts;

import java.io.IOException;
import java.util.function.Consumer;

/// What the lock found unfinished here: the form of a ballot that was being called, and whether
/// somebody was voting. Of a vote nothing else is kept: neither in which ballot nor how. Window's
/// thread.
final class Unfinished {
    private static final String FORM = "new-ballot";
    private static final String VOTE = "vote";

    private final Session session;

    Unfinished(Session session) {
        this.session = session;
    }

    private Drafts drafts() {
        return session.home().drafts();
    }

    private void quietly(Tasks.Work<String, IOException> work) {
        session.tasks().start(IOException.class, work, new Tasks.Ends<>(_ -> {}, _ -> {}));
    }

    /// Gives the form that was kept, and says whether a vote was interrupted; that once.
    void read(Consumer<byte[]> form, Runnable interrupted) {
        session.tasks()
                .start(
                        IOException.class,
                        () -> new Found(drafts()),
                        new Tasks.Ends<>(
                                found -> {
                                    if (found.form != null) {
                                        form.accept(found.form);
                                    }
                                    if (found.vote) {
                                        interrupted.run();
                                    }
                                },
                                _ -> {}));
    }

    private static final class Found {
        private final byte @Nullable [] form;
        private final boolean vote;

        Found(Drafts drafts) throws IOException {
            form = drafts.read(FORM).orElse(null);
            vote = drafts.read(VOTE).isPresent();
            if (vote) {
                drafts.forget(VOTE);
            }
        }
    }

    /// The ballot was called: its form is not needed any more.
    void called() {
        quietly(() -> {
            drafts().forget(FORM);
            return FORM;
        });
    }

    /// Keeps the form, while the home is being closed. Waits for the disk: afterwards it is shut.
    void keep(byte[] form) {
        keep(FORM, form);
    }

    /// Keeps that somebody was voting, while the home is being closed.
    void keepInterrupted() {
        keep(VOTE, new byte[] {1});
    }

    private void keep(String name, byte[] draft) {
        try {
            drafts().keep(name, draft);
        } catch (IOException full) {
            // A home whose disk is full is locked all the same; what was typed is lost then.
            return;
        }
    }
}
