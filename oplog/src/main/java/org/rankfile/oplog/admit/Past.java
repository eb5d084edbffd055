// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.Causality;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;

import java.util.Arrays;

/// The last known sequence number of each device: a causal past. Immutable, sorted by device.
final class Past implements Causality {
    static final Past NOTHING = new Past(new DeviceId[0], new long[0]);

    private final DeviceId[] devices;
    private final long[] seqs;

    private Past(DeviceId[] devices, long[] seqs) {
        this.devices = devices;
        this.seqs = seqs;
    }

    @Override
    public boolean includes(Dot dot) {
        int at = Arrays.binarySearch(devices, dot.device());
        return at >= 0 && seqs[at] >= dot.seq();
    }

    /// With one more dot; the same object where it is included already.
    Past with(Dot dot) {
        int at = Arrays.binarySearch(devices, dot.device());
        if (at >= 0 && seqs[at] >= dot.seq()) {
            return this;
        }
        if (at >= 0) {
            long[] raised = seqs.clone();
            raised[at] = dot.seq();
            return new Past(devices, raised);
        }
        int insert = -at - 1;
        DeviceId[] more = Arrays.copyOf(devices, devices.length + 1);
        long[] counts = Arrays.copyOf(seqs, seqs.length + 1);
        System.arraycopy(devices, insert, more, insert + 1, devices.length - insert);
        System.arraycopy(seqs, insert, counts, insert + 1, seqs.length - insert);
        more[insert] = dot.device();
        counts[insert] = dot.seq();
        return new Past(more, counts);
    }

    /// The union; one of the two objects where it includes the other. One pass over both.
    Past and(Past other) {
        if (this == other || other.devices.length == 0) {
            return this;
        }
        DeviceId[] union = new DeviceId[devices.length + other.devices.length];
        long[] last = new long[union.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        boolean grown = false;
        boolean ahead = false;
        while (mine < devices.length || theirs < other.devices.length) {
            int order = order(mine, other, theirs);
            long own = order <= 0 ? seqs[mine] : 0;
            long foreign = order >= 0 ? other.seqs[theirs] : 0;
            union[size] = order <= 0 ? devices[mine] : other.devices[theirs];
            last[size++] = Math.max(own, foreign);
            grown |= foreign > own;
            ahead |= own > foreign;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        if (!grown) {
            return this;
        }
        return ahead ? new Past(Arrays.copyOf(union, size), Arrays.copyOf(last, size)) : other;
    }

    /// Which comes first, ours or theirs: negative for ours, 0 for the same device.
    private int order(int mine, Past other, int theirs) {
        if (mine == devices.length || theirs == other.devices.length) {
            return mine == devices.length ? 1 : -1;
        }
        return devices[mine].compareTo(other.devices[theirs]);
    }
}
