// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.vault.Vault;
import org.rankfile.crypto.vault.VaultOutcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A long log read, checked and folded.
final class OpenBench implements Bench {
    private static final double TARGET_MILLIS = 2_000;

    @Override
    public String name() {
        return "open";
    }

    @Override
    public String measures() {
        return "opening a home";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines)
            throws BenchFailed, HomeRefused, IOException, InterruptedException {
        Sizes sizes = workshop.sizes();
        Path dir;
        try (OpenHome home = workshop.found()) {
            Workshop.write(home, Workshop.bodies(0, sizes.ops()));
            dir = home.dir();
        }
        Series passphrases = new Series(sizes.runs());
        Series opened = new Series(sizes.runs());
        for (int i = 0; i <= sizes.runs(); i++) {
            long passphrase = unlock(dir);
            passphrases.add(passphrase);
            opened.add(Math.max(0, open(workshop, dir) - passphrase));
        }
        Report report = new Report(name(), sizes.judged(), lines);
        report.plain("the passphrase (Argon2id, 64 MiB)", passphrases.medianMillis(), "ms");
        report.median("a home of " + sizes.ops() + " ops, after that", opened, TARGET_MILLIS);
    }

    /// The part of opening that the passphrase costs on purpose.
    private static long unlock(Path dir) throws BenchFailed, IOException {
        byte[] vault = Files.readAllBytes(dir.resolve("vault"));
        try (Secret passphrase = Workshop.passphrase()) {
            long start = System.nanoTime();
            VaultOutcome outcome = Vault.open(vault, passphrase);
            long took = System.nanoTime() - start;
            if (!(outcome instanceof VaultOutcome.Opened)) {
                throw new BenchFailed("The vault did not open.", null);
            }
            return took;
        }
    }

    private static long open(Workshop workshop, Path dir) throws BenchFailed, HomeRefused {
        long start = System.nanoTime();
        try (OpenHome home = workshop.open(dir)) {
            long took = System.nanoTime() - start;
            if (home.union().snapshot().workers().size() != workshop.sizes().ops()) {
                throw new BenchFailed("Not everything was read.", null);
            }
            return took;
        }
    }
}
