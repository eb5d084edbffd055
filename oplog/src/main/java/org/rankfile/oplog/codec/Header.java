// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Hash;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who wrote an op, where it stands and what its author knew (OP-3).
///
/// @param circle the id of the circle's genesis; zeros inside the genesis itself
/// @param plane which of the two
/// @param device whose signing key signed
/// @param seq its place in the device's chain of this plane, from 1
/// @param backlink the op before it there, [OpId#NONE] at 1
/// @param deps other ops of the plane that its author knew and that none of the others implies,
///   ascending
/// @param time its author's clock
/// @param epoch the mint whose keys seal it; zeros inside a mint, which brings its own
/// @param type what it means, see [OpType]
public record Header(
        OpId circle,
        Plane plane,
        DeviceId device,
        long seq,
        OpId backlink,
        List<OpId> deps,
        Hlc time,
        OpId epoch,
        int type) {
    private static final int FIXED =
            Hash.BYTES + 1 + Hash.BYTES + 8 + Hash.BYTES + 1 + 8 + 4 + Hash.BYTES + 2;
    private static final int COUNT_AT = Hash.BYTES + 1 + Hash.BYTES + 8 + Hash.BYTES;

    /// Copies the list.
    public Header {
        deps = List.copyOf(deps);
    }

    int length() {
        return FIXED + deps.size() * Hash.BYTES;
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(length());
        out.put(circle.hash().bytes())
                .put((byte) plane.code())
                .put(device.hash().bytes())
                .putLong(seq)
                .put(backlink.hash().bytes())
                .put((byte) deps.size());
        deps.forEach(dep -> out.put(dep.hash().bytes()));
        out.putLong(time.millis())
                .putInt(time.counter())
                .put(epoch.hash().bytes())
                .putShort((short) type);
        return out.array();
    }

    /// The header at the start of the bytes; empty where it breaks a rule of its own.
    static Optional<Header> parse(byte[] bytes) {
        if (bytes.length < FIXED || bytes.length < FIXED + bytes[COUNT_AT] * Hash.BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        OpId circle = new OpId(hash(in));
        Optional<Plane> plane = Plane.of(in.get());
        DeviceId device = new DeviceId(hash(in));
        long seq = in.getLong();
        OpId backlink = new OpId(hash(in));
        int count = in.get();
        if (plane.isEmpty() || count < 0 || count > Limits.DEPS || seq < 1) {
            return Optional.empty();
        }
        List<OpId> deps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            deps.add(new OpId(hash(in)));
        }
        Optional<Hlc> time = time(in.getLong(), in.getInt());
        OpId epoch = new OpId(hash(in));
        int type = in.getShort() & 0xffff;
        if (time.isEmpty()
                || !isAscending(deps)
                || deps.contains(backlink)
                || deps.contains(OpId.NONE)
                || (seq == 1) != backlink.equals(OpId.NONE)) {
            return Optional.empty();
        }
        return Optional.of(
                new Header(
                        circle, plane.get(), device, seq, backlink, deps, time.get(), epoch, type));
    }

    private static boolean isAscending(List<OpId> deps) {
        for (int i = 1; i < deps.size(); i++) {
            if (deps.get(i - 1).compareTo(deps.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Hlc> time(long millis, int counter) {
        boolean inRange = millis >= 0 && millis < 1L << 48 && counter >= 0;
        return inRange ? Optional.of(new Hlc(millis, counter)) : Optional.empty();
    }

    private static Hash hash(ByteBuffer in) {
        byte[] bytes = new byte[Hash.BYTES];
        in.get(bytes);
        return Hash.of(bytes);
    }
}
