// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.cli.RankfileCommand;
import org.rankfile.app.cli.Surroundings;
import org.rankfile.app.demo.Demo;
import org.rankfile.app.demo.Machinery;
import org.rankfile.app.desk.Desk;
import org.rankfile.app.desk.DeskServer;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.shell.Environment;
import org.rankfile.crypto.vault.VaultCost;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
        Machine machine = Machine.real();
        Homes homes = new DiskHomes(machine, VaultCost.USUAL);
        Machinery machinery = Stagehand.machinery(machine, homes, io);
        try (LazySummaries summaries = new LazySummaries()) {
            Surroundings.Programs programs =
                    new Surroundings.Programs(
                            (script, progress) -> Demo.run(script, machinery, progress),
                            Pictures::make,
                            home -> Desktop.open(home, serving(summaries, io), summaries, err));
            Surroundings with =
                    new Surroundings(
                            System.in,
                            out,
                            err,
                            homes,
                            summaries,
                            io,
                            new SystemTerminal(),
                            stop,
                            programs);
            int exit = RankfileCommand.run(arguments, with);
            out.flush();
            stop.finished();
            System.exit(exit);
        }
    }

    /// Lets the command line use the home that the desktop has open. While it is locked the home is
    /// closed, and a command opens it with the passphrase or not at all.
    private static Environment.Serving serving(Desk.Summaries summaries, ExecutorService io) {
        return new Environment.Serving(
                home -> {
                    Desk desk = new Desk(home, summaries);
                    try {
                        return DeskServer.start(home.dir(), () -> Optional.of(desk), io)::close;
                    } catch (HomeRefused noSocket) {
                        // The desktop works without; a command says that the home is in use.
                        return () -> {};
                    }
                },
                _ -> {});
    }
}
