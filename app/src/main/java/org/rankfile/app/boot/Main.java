// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.cli.RankfileCommand;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where the program starts.
public final class Main {
    private Main() {}

    /// Runs the command line; ends the process with its exit code.
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = RankfileCommand.run(arguments, System.in, out, err, () -> noDesktop(err));
        System.exit(exit);
    }

    private static int noDesktop(PrintWriter err) {
        err.println("rankfile: the desktop is not built yet. Try: rankfile summarise FILE.txt");
        return 1;
    }
}
