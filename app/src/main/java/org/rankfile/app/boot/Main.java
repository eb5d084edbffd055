// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.cli.RankfileCommand;
import org.rankfile.app.cli.Surroundings;
import org.rankfile.crypto.vault.VaultCost;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Where the program starts.
public final class Main {
    private Main() {}

    /// Runs the command line; ends the process with its exit code.
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
        Stop stop = new Stop();
        try (LazySummaries summaries = new LazySummaries()) {
            Surroundings with =
                    new Surroundings(
                            System.in,
                            out,
                            err,
                            new DiskHomes(Machine.real(), VaultCost.USUAL),
                            summaries,
                            io,
                            new SystemTerminal(),
                            stop,
                            _ -> noDesktop(err));
            int exit = RankfileCommand.run(arguments, with);
            out.flush();
            stop.finished();
            System.exit(exit);
        }
    }

    private static int noDesktop(PrintWriter err) {
        err.println("rankfile: the desktop is not built yet. Try: rankfile --help");
        return 1;
    }
}
