// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Encodes frames: the one canonical encoding of each (SYN-1).
final class FrameWriter {

    static final int VERSION = 1;

    static final int HELLO = 1;
    static final int RANGES = 2;
    static final int HAVES = 3;
    static final int WANTS = 4;
    static final int OPS = 5;
    static final int PART = 6;
    static final int CREDIT = 7;
    static final int DONE = 8;
    static final int RECHECK = 9;
    static final int FAIL = 10;

    static final int SKIP = 0;
    static final int PRINT = 1;
    static final int LISTING = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    private FrameWriter() {}

    static byte[] encode(Frame frame) {
        FrameWriter writer = new FrameWriter();
        switch (frame) {
            case Frame.Hello f -> writer.hello(f);
            case Frame.Ranges f -> writer.ranges(f);
            case Frame.Haves f -> {
                writer.head(HAVES, f.circle()).varint(f.pass());
                writer.shortIds(f.shortIds());
            }
            case Frame.Wants f -> {
                writer.head(WANTS, f.circle()).varint(f.pass()).flag(f.end());
                f.runs().forEach(run -> writer.varint(run.skip()).varint(run.take()));
            }
            case Frame.Ops f -> {
                writer.head(OPS, f.circle()).flag(f.live());
                writer.strings(f.ops());
            }
            case Frame.Part f -> {
                writer.head(PART, f.circle()).flag(f.live()).varint(f.total()).varint(f.offset());
                f.bytes().forEach(writer.out::writeBytes);
            }
            case Frame.Credit f ->
                    writer.head(CREDIT, f.circle())
                            .varint(f.bytes())
                            .varint(f.stored())
                            .varint(f.dropped());
            case Frame.Done f -> writer.head(DONE, f.circle()).varint(f.pass());
            case Frame.Recheck f -> writer.head(RECHECK, f.circle());
            case Frame.Fail f -> writer.head(FAIL, f.reason().code());
        }
        return writer.out.toByteArray();
    }

    /// Bytes of a length varint.
    static int varintBytes(long value) {
        int bytes = 1;
        for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
            bytes++;
        }
        return bytes;
    }

    private void hello(Frame.Hello f) {
        head(HELLO, VERSION);
        f.tokens().forEach(token -> out.writeBytes(token.bytes()));
    }

    private void ranges(Frame.Ranges f) {
        head(RANGES, f.circle()).varint(f.pass()).flag(f.end());
        edge(0, f.lower());
        long bucket = f.lower().bucket();
        for (Frame.Range range : f.ranges()) {
            edge(bucket, range.upper());
            bucket = range.upper().bucket();
            switch (range) {
                case Frame.Range.Skip _ -> out.write(SKIP);
                case Frame.Range.Print p -> {
                    out.write(PRINT);
                    out.writeBytes(p.fingerprint().bytes());
                }
                case Frame.Range.Listing l -> {
                    out.write(LISTING);
                    out.write(l.shortIds().size());
                    shortIds(l.shortIds());
                }
            }
        }
    }

    private void edge(long bucketBefore, OpKey key) {
        varint(key.bucket() - bucketBefore);
        byte[] id = key.id();
        int length = OpKey.ID_BYTES;
        while (length > 0 && id[length - 1] == 0) {
            length--;
        }
        out.write(length);
        out.write(id, 0, length);
    }

    private void shortIds(List<Long> ids) {
        for (long id : ids) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) (id >>> shift));
            }
        }
    }

    private void strings(List<byte[]> strings) {
        for (byte[] s : strings) {
            varint(s.length);
            out.writeBytes(s);
        }
    }

    private FrameWriter head(int type, int second) {
        out.write(type);
        out.write(second);
        return this;
    }

    private FrameWriter flag(boolean flag) {
        out.write(flag ? 1 : 0);
        return this;
    }

    private FrameWriter varint(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }
}
