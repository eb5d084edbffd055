// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

/// Every bound of the home's socket.
final class Limits {
    /// The longest request, in bytes, its line end not counted.
    static final int REQUEST_BYTES = 1 << 20;

    /// The longest answer, in bytes: a list of 200,000 members fits.
    static final int ANSWER_BYTES = 256 << 20;

    /// The most clients at once.
    static final int CLIENTS = 16;

    private Limits() {}
}
