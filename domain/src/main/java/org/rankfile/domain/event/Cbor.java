// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of the subset of CBOR (RFC 8949) that events use.
sealed interface Cbor {
    /// An integer; what does not fit in 63 bits is a [Other].
    record Int(long value) implements Cbor {}

    record Text(String value) implements Cbor {}

    /// Not copied: nobody changes it.
    record Bytes(byte[] value) implements Cbor {}

    record Items(List<Cbor> items) implements Cbor {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Fields(Map<String, Cbor> fields) implements Cbor {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /// A number or simple value that no event of this version uses.
    record Other() implements Cbor {}
}
