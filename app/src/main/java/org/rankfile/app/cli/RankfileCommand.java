// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;

/// The command line. Without a sub-command it opens the desktop.
@Command(
        name = "rankfile",
        mixinStandardHelpOptions = true,
        version = "Rank & File 0.1.0",
        description = "Member lists and grievances on your members' own laptops, without a server.")
public final class RankfileCommand implements Callable<Integer> {
    private final IntSupplier desktop;

    @Option(names = "--home", paramLabel = "DIR", description = "Where the local's data lives.")
    @Nullable Path home;

    @Option(
            names = "--passphrase-file",
            paramLabel = "F",
            description = "A file whose first line is the passphrase; else it is asked for.")
    @Nullable Path passphraseFile;

    private RankfileCommand(IntSupplier desktop) {
        this.desktop = desktop;
    }

    /// Runs the command line and returns the exit code: 0 done, 1 refused, 2 wrong usage.
    ///
    /// @param desktop opens the desktop and returns its exit code
    public static int run(
            String[] arguments,
            InputStream in,
            PrintWriter out,
            PrintWriter err,
            IntSupplier desktop) {
        Screen screen = new Screen(out, err);
        CommandLine line = new CommandLine(new RankfileCommand(desktop));
        line.setOut(out).setErr(err);
        line.addSubcommand(new SummariseVerb(screen, in));
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        return desktop.getAsInt();
    }
}
