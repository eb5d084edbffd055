// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// The order of map keys (RFC 8949 §4.2.1): of their encoded bytes, which for texts means shorter
/// ones first.
final class KeyOrder {
    static final Comparator<String> BYTES =
            Comparator.comparing(
                    text -> text.getBytes(StandardCharsets.UTF_8), KeyOrder::shorterFirst);

    private KeyOrder() {}

    private static int shorterFirst(byte[] a, byte[] b) {
        int byLength = Integer.compare(a.length, b.length);
        return byLength != 0 ? byLength : Arrays.compareUnsigned(a, b);
    }
}
