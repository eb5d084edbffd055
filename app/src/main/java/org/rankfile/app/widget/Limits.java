// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

/// Every bound of what is drawn.
final class Limits {
    /// The longest text of a QR code, in bytes of UTF-8: an invitation fits, and a phone still
    /// reads it from a screen.
    static final int QR_BYTES = 1_000;

    private Limits() {}
}
