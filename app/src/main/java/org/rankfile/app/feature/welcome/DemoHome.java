// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import org.rankfile.app.fx.TypedSecret;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.demo.DemoData;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.grievance.NextDeadline;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.MemberTable;
import org.rankfile.oplog.Founding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A home of invented people and cases, apart from the real one, that can be thrown away. It is a
/// real home; only its passphrase is known to everybody. Its methods block.
public final class DemoHome {
    /// How many workers it has.
    public static final int WORKERS = 500;

    /// Its passphrase, which the program shows.
    public static final String PASSPHRASE = "try it out";

    private final Homes homes;
    private final Path dir;
    private final RandomGenerator random;

    /// What one demo case is set to.
    private record Case(
            String title, int dayOfDeadline, String owner, String what, String category) {}

    private static final List<Case> CASES =
            List.of(
                    new Case(
                            "Passed over for overtime", -3, "Rosa", "Appeal to step 2", "overtime"),
                    new Case(
                            "No guard on the wrapping machine",
                            1,
                            "Tomás",
                            "Meet with the plant manager",
                            "safety"),
                    new Case(
                            "Schedules posted too late",
                            9,
                            "Rosa",
                            "Send the information request",
                            "scheduling"));

    /// @param dir where it is, or will be
    public DemoHome(Homes homes, Path dir, RandomGenerator random) {
        this.homes = homes;
        this.dir = dir;
        this.random = random;
    }

    /// Where it is, or will be.
    public Path dir() {
        return dir;
    }

    /// Whether one is there.
    public boolean exists() {
        return homes.isHome(dir);
    }

    /// The passphrase; the caller wipes it.
    public static Secret secret() {
        return TypedSecret.of(PASSPHRASE);
    }

    /// Opens the one that is there, or makes one.
    public OpenHome open() throws HomeRefused {
        try (Secret secret = secret()) {
            if (exists()) {
                return homes.open(dir, secret);
            }
            OpenHome home = homes.create(dir, secret, new Founding("Local 1 (demo)", "Rosa"));
            boolean filled = false;
            try {
                fill(home);
                filled = true;
                return home;
            } finally {
                if (!filled) {
                    home.close();
                }
            }
        }
    }

    private void fill(OpenHome home) throws HomeRefused {
        submit(home, new Command.ImportMembers(members(), "members-demo.csv", false));
        LocalDate today = home.today();
        List<String> statements = DemoData.statements();
        for (int i = 0; i < statements.size(); i++) {
            Case given = CASES.get(i % CASES.size());
            Outcome made =
                    submit(
                            home,
                            new Command.NewGrievance(
                                    given.title(), statements.get(i), today.getYear()));
            if (made instanceof Outcome.Done done) {
                String id = done.record().map(RecordKey::id).orElseThrow();
                submit(home, new Command.SetGrievance(id, fields(given, today)));
            }
        }
    }

    private static Map<GrievanceField, String> fields(Case given, LocalDate today) {
        NextDeadline deadline =
                new NextDeadline(
                        today.plusDays(given.dayOfDeadline()), given.owner(), given.what());
        Map<GrievanceField, String> fields = new EnumMap<>(GrievanceField.class);
        fields.put(GrievanceField.NEXT_DEADLINE, deadline.text());
        fields.put(GrievanceField.CATEGORY, given.category());
        fields.put(GrievanceField.HANDLER, given.owner());
        fields.put(GrievanceField.STAGE, "Step 1");
        return fields;
    }

    private MemberTable members() {
        try {
            String csv = DemoData.members(random, WORKERS, List.of());
            return MemberFile.read(csv.getBytes(StandardCharsets.UTF_8));
        } catch (FileRefused impossible) {
            throw new IllegalStateException("the demo's own list cannot be read", impossible);
        }
    }

    private static Outcome submit(OpenHome home, Command command) throws HomeRefused {
        try {
            return home.union().submit(command).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HomeRefused(HomeFault.INTERRUPTED, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Deletes it; only files that a home has, so that nothing else can be lost by it. It must not
    /// be open.
    public void throwAway() throws HomeRefused {
        if (!exists()) {
            return;
        }
        try (Stream<Path> files = Files.list(dir)) {
            // The vault goes first: without it the rest is unreadable.
            Files.deleteIfExists(dir.resolve("vault"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(dir);
        } catch (IOException refused) {
            throw new HomeRefused(HomeFault.DISK, refused);
        }
    }
}
