// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.fx.Session;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.TypedSecret;
import org.rankfile.app.fx.WindowQueue;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.app.text.Language;
import org.rankfile.app.text.Texts;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.Founding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// A session over a real home in a temporary directory; the test's own thread is the window's.
public final class TestSession {
    private final WindowQueue window = new WindowQueue();
    private final List<String> said = new ArrayList<>();
    private final Session session;
    private final Workplace workplace;
    private boolean closed;

    /// Founds a local.
    public TestSession(Path temp) throws HomeRefused {
        this(temp, found(temp));
    }

    /// Over a home that is open.
    public TestSession(Path temp, OpenHome home) {
        Tasks tasks =
                new Tasks(
                        Executors.newVirtualThreadPerTaskExecutor(),
                        window,
                        bug -> {
                            throw new AssertionError(bug);
                        });
        session = new Session(home, tasks);
        TestDesktop files = new TestDesktop(temp);
        workplace = new Workplace(session, Texts.in(Language.EN), files, said::add);
    }

    /// The home of before, opened again.
    public static TestSession again(Path temp) throws HomeRefused {
        try (Secret secret = TypedSecret.of("seven quiet lamps")) {
            Homes homes = new TestDesktop(temp).homes();
            return new TestSession(temp, homes.open(temp.resolve("home"), secret));
        }
    }

    private static OpenHome found(Path temp) throws HomeRefused {
        try (Secret secret = TypedSecret.of("seven quiet lamps")) {
            return new TestDesktop(temp)
                    .homes()
                    .create(temp.resolve("home"), secret, new Founding("Local 12", "Rosa"));
        }
    }

    public Session session() {
        return session;
    }

    public Workplace workplace() {
        return workplace;
    }

    /// What was said to the person.
    public List<String> said() {
        return said;
    }

    /// Runs what comes to the window until this holds.
    public void until(BooleanSupplier what) throws InterruptedException {
        window.until(what);
    }

    /// Closes the home; may be called again.
    public void close() throws InterruptedException {
        if (!closed) {
            session.close(() -> closed = true);
            window.until(() -> closed);
        }
    }
}
