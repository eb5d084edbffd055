// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.group.EpochLink;
import org.rankfile.crypto.group.Wrap;
import org.rankfile.oplog.Limits;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What stands open before a mint's sealed body: `wraps:2 | links:1 | wraps | links` (KEY-1).
///
/// @param wraps one after the other
/// @param links to the epochs that this one supersedes
public record MintParts(byte[] wraps, List<byte[]> links) {
    static final int COUNT_BYTES = 3;

    /// Copies the list.
    public MintParts {
        links = List.copyOf(links);
    }

    byte[] bytes() {
        ByteBuffer out =
                ByteBuffer.allocate(COUNT_BYTES + wraps.length + links.size() * EpochLink.BYTES);
        out.putShort((short) (wraps.length / Wrap.BYTES)).put((byte) links.size()).put(wraps);
        links.forEach(out::put);
        return out.array();
    }

    static Optional<MintParts> parse(byte[] body, int sealedLength) {
        int open = body.length - sealedLength;
        if (open < COUNT_BYTES) {
            return Optional.empty();
        }
        int wrapCount = ByteBuffer.wrap(body).getShort() & 0xffff;
        int linkCount = body[2] & 0xff;
        int wrapsEnd = COUNT_BYTES + wrapCount * Wrap.BYTES;
        if (linkCount > Limits.LINKS || open != wrapsEnd + linkCount * EpochLink.BYTES) {
            return Optional.empty();
        }
        List<byte[]> links = new ArrayList<>(linkCount);
        for (int at = wrapsEnd; at < open; at += EpochLink.BYTES) {
            links.add(Arrays.copyOfRange(body, at, at + EpochLink.BYTES));
        }
        return Optional.of(new MintParts(Arrays.copyOfRange(body, COUNT_BYTES, wrapsEnd), links));
    }
}
