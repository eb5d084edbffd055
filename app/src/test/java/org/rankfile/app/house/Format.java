// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.house;

import com.google.googlejavaformat.java.Main;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Formats every source of the project: `mvn -q -ntp -Pformat process-test-classes`.
///
/// The formatter runs in a JVM of the build's own choice and not as a Maven plug-in, because a
/// plug-in would run in Maven's JVM, which may be a JDK 17 that cannot load it.
final class Format {
    private Format() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run("--replace").exit());
    }

    /// What the formatter printed with the given extra argument over all sources.
    static Outcome run(String mode) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--aosp", mode));
        Sources.java().stream().map(Path::toString).forEach(arguments::add);
        StringWriter files = new StringWriter();
        StringWriter errors = new StringWriter();
        Main formatter =
                new Main(
                        new PrintWriter(files, true),
                        new PrintWriter(errors, true),
                        InputStream.nullInputStream());
        int exit = formatter.format(arguments.toArray(String[]::new));
        return new Outcome(exit, files.toString(), errors.toString());
    }

    record Outcome(int exit, String files, String errors) {}
}
