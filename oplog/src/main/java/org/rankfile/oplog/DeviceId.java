// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.VerifyKey;

/// Names a device by the 32 bytes of its signing key, so that the author of an op is the key that
/// signed it and nothing has to be looked up.
public record DeviceId(Hash hash) implements Comparable<DeviceId> {
    /// The device of a signing key.
    public static DeviceId of(VerifyKey key) {
        return new DeviceId(Hash.of(key.bytes()));
    }

    @Override
    public int compareTo(DeviceId other) {
        return hash.compareTo(other.hash);
    }

    /// 64 hexadecimal digits.
    @Override
    public String toString() {
        return hash.hex();
    }
}
