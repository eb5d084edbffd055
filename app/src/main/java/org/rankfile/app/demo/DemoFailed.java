// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

/// A step of the demo did not come out as it must.
public final class DemoFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param line what went wrong, in one line
    public DemoFailed(String line) {
        super(line);
    }

    DemoFailed(String line, Throwable cause) {
        super(line, cause);
    }

    /// Fails unless something holds.
    static void unless(boolean holds, String line) throws DemoFailed {
        if (!holds) {
            throw new DemoFailed(line);
        }
    }
}
