// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Decodes foreign frames; whatever [FrameWriter] would not write is refused (SYN-1).
final class FrameReader {

    private final ByteInput in;
    private final SyncLimits limits;

    private FrameReader(byte[] frame, SyncLimits limits) {
        this.in = new ByteInput(frame);
        this.limits = limits;
    }

    /// The frame of these bytes.
    ///
    /// @throws SyncFault `TOO_LARGE`, `OTHER_VERSION`, `BAD_RANGES` or `MALFORMED_FRAME`
    static Frame decode(byte[] frame, SyncLimits limits) throws SyncFault {
        if (frame.length > limits.frameBytes()) {
            throw new SyncFault(SyncFailure.TOO_LARGE);
        }
        return new FrameReader(frame, limits).frame();
    }

    private Frame frame() throws SyncFault {
        int type = in.one();
        if (type == FrameWriter.HELLO) {
            return hello();
        }
        if (type == FrameWriter.FAIL) {
            return in.finish(new Frame.Fail(SyncFailure.of(in.one())));
        }
        int circle = in.below(limits.circles());
        return switch (type) {
            case FrameWriter.RANGES -> ranges(circle);
            case FrameWriter.HAVES -> haves(circle);
            case FrameWriter.WANTS -> wants(circle);
            case FrameWriter.OPS -> new Frame.Ops(circle, in.flag(), strings());
            case FrameWriter.PART -> part(circle);
            case FrameWriter.CREDIT ->
                    in.finish(
                            new Frame.Credit(circle, in.varint31(), in.varint31(), in.varint31()));
            case FrameWriter.DONE -> in.finish(new Frame.Done(circle, in.varint31()));
            case FrameWriter.RECHECK -> in.finish(new Frame.Recheck(circle));
            default -> throw malformed();
        };
    }

    private Frame hello() throws SyncFault {
        if (in.one() != FrameWriter.VERSION) {
            throw new SyncFault(SyncFailure.OTHER_VERSION);
        }
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < limits.circles(); i++) {
            tokens.add(new Token(in.bytes(Token.BYTES)));
        }
        if (new HashSet<>(tokens).size() != tokens.size()) {
            throw malformed();
        }
        return in.finish(new Frame.Hello(tokens));
    }

    private Frame ranges(int circle) throws SyncFault {
        int pass = in.varint31();
        boolean end = in.flag();
        OpKey lower = edge(0);
        List<Frame.Range> ranges = new ArrayList<>();
        OpKey at = lower;
        boolean skipped = true;
        while (in.hasMore()) {
            OpKey upper = edge(at.bucket());
            if (upper.compareTo(at) <= 0) {
                throw new SyncFault(SyncFailure.BAD_RANGES);
            }
            Frame.Range range = range(upper);
            boolean skip = range instanceof Frame.Range.Skip;
            if (skip && skipped) {
                throw malformed();
            }
            skipped = skip;
            ranges.add(range);
            at = upper;
        }
        boolean empty = ranges.isEmpty();
        if (empty ? !end || !lower.equals(OpKey.LOWEST) : skipped) {
            throw malformed();
        }
        return new Frame.Ranges(circle, pass, end, lower, ranges);
    }

    private Frame.Range range(OpKey upper) throws SyncFault {
        return switch (in.one()) {
            case FrameWriter.SKIP -> new Frame.Range.Skip(upper);
            case FrameWriter.PRINT ->
                    new Frame.Range.Print(upper, Fingerprint.received(in.bytes(Fingerprint.BYTES)));
            case FrameWriter.LISTING ->
                    new Frame.Range.Listing(upper, shortIds(in.below(limits.leaf() + 1)));
            default -> throw malformed();
        };
    }

    private OpKey edge(long bucketBefore) throws SyncFault {
        long bucket = bucketBefore + in.varint(33);
        int length = in.below(OpKey.ID_BYTES + 1);
        byte[] id = new byte[OpKey.ID_BYTES];
        System.arraycopy(in.bytes(length), 0, id, 0, length);
        boolean padded = length > 0 && id[length - 1] == 0;
        if (padded || bucket > OpKey.INFINITY.bucket()) {
            throw malformed();
        }
        OpKey key = OpKey.read(bucket, id);
        if (key.compareTo(OpKey.INFINITY) > 0) {
            throw malformed();
        }
        return key;
    }

    private Frame haves(int circle) throws SyncFault {
        int pass = in.varint31();
        int bytes = in.remaining();
        if (bytes == 0 || bytes % Long.BYTES != 0) {
            throw malformed();
        }
        return new Frame.Haves(circle, pass, shortIds(bytes / Long.BYTES));
    }

    private Frame wants(int circle) throws SyncFault {
        int pass = in.varint31();
        boolean end = in.flag();
        List<Frame.Run> runs = new ArrayList<>();
        while (in.hasMore()) {
            Frame.Run run = new Frame.Run(in.varint31(), in.varint31());
            // Runs that touch are one run; only the first of a frame may follow on.
            if (run.take() == 0 || (run.skip() == 0 && !runs.isEmpty())) {
                throw malformed();
            }
            runs.add(run);
        }
        if (runs.isEmpty() && !end) {
            throw malformed();
        }
        return new Frame.Wants(circle, pass, end, runs);
    }

    private Frame part(int circle) throws SyncFault {
        boolean live = in.flag();
        int total = in.varint31();
        int offset = in.varint31();
        byte[] bytes = in.bytes(in.remaining());
        if (total > limits.opBytes()) {
            throw new SyncFault(SyncFailure.TOO_LARGE);
        }
        if (bytes.length == 0 || offset > total - bytes.length || bytes.length == total) {
            throw malformed();
        }
        return new Frame.Part(circle, live, total, offset, List.of(bytes));
    }

    private List<Long> shortIds(int count) throws SyncFault {
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(in.eight());
        }
        return ids;
    }

    private List<byte[]> strings() throws SyncFault {
        List<byte[]> strings = new ArrayList<>();
        while (in.hasMore()) {
            int length = in.varint31();
            if (length == 0) {
                throw malformed();
            }
            strings.add(in.bytes(length));
        }
        if (strings.isEmpty()) {
            throw malformed();
        }
        return strings;
    }

    private static SyncFault malformed() {
        return new SyncFault(SyncFailure.MALFORMED_FRAME);
    }
}
