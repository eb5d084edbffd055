// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import java.io.PrintStream;

/// The supervisor of the window's thread: a bug is said, and written down without its message,
/// which may hold what somebody typed.
final class Bugs implements Thread.UncaughtExceptionHandler {
    private final PrintStream log;
    private final Runnable say;

    /// @param say tells the person
    Bugs(PrintStream log, Runnable say) {
        this.log = log;
        this.say = say;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            log.println("rankfile: " + at.getClass().getName());
            for (StackTraceElement frame : at.getStackTrace()) {
                log.println("    at " + frame);
            }
        }
        say.run();
    }
}
