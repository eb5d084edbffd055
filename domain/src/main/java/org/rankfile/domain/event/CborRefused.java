// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

/// Bytes that are not of the subset of CBOR that events use.
final class CborRefused extends Exception {
    private static final long serialVersionUID = 1L;

    CborRefused(String rule) {
        super(rule, null, false, false);
    }
}
