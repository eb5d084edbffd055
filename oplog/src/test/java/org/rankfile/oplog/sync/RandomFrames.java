// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// Frames that are well-formed and otherwise senseless.
final class RandomFrames {

    private RandomFrames() {}

    static Frame next(Random random) {
        int circle = random.nextInt(16);
        int pass = random.nextInt(3);
        boolean flag = random.nextBoolean();
        return switch (random.nextInt(10)) {
            case 0 -> new Frame.Haves(circle, pass, ids(1 + random.nextInt(40), random));
            case 1 -> new Frame.Wants(circle, pass, true, runs(random));
            case 2 -> new Frame.Ops(circle, flag, List.of(FakeReplica.op(1, flag, 9, random)));
            case 3 -> new Frame.Part(circle, flag, 100, random.nextInt(90), List.of(new byte[9]));
            case 4 -> new Frame.Credit(circle, random.nextInt(300), 0, random.nextInt(2));
            case 5 -> new Frame.Done(circle, pass);
            case 6 -> new Frame.Recheck(circle);
            case 7 -> hello(random);
            default -> ranges(circle, pass, random);
        };
    }

    static Frame.Hello hello(Random random) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            byte[] token = new byte[16];
            random.nextBytes(token);
            tokens.add(new Token(token));
        }
        return new Frame.Hello(tokens);
    }

    static Frame.Ranges ranges(int circle, int pass, Random random) {
        TreeSet<OpKey> edges = new TreeSet<>();
        int count = random.nextInt(6);
        while (edges.size() <= count) {
            byte[] id = new byte[32];
            for (int i = random.nextInt(4); i > 0; i--) {
                id[i] = (byte) random.nextInt(256);
            }
            edges.add(OpKey.of(random.nextInt(20), id));
        }
        if (random.nextBoolean()) {
            edges.add(OpKey.INFINITY);
        }
        OpKey lower = edges.removeFirst();
        List<Frame.Range> ranges = new ArrayList<>();
        for (OpKey edge : edges) {
            boolean afterSkip = ranges.isEmpty() || ranges.getLast() instanceof Frame.Range.Skip;
            int kind = random.nextInt(3);
            if (kind == 0) {
                ranges.add(new Frame.Range.Listing(edge, ids(random.nextInt(33), random)));
            } else if (kind == 1 && !afterSkip && !edge.equals(edges.last())) {
                ranges.add(new Frame.Range.Skip(edge));
            } else {
                byte[] print = new byte[16];
                random.nextBytes(print);
                ranges.add(new Frame.Range.Print(edge, Fingerprint.received(print)));
            }
        }
        boolean empty = ranges.isEmpty();
        return new Frame.Ranges(
                circle, pass, empty || random.nextBoolean(), empty ? OpKey.LOWEST : lower, ranges);
    }

    private static List<Frame.Run> runs(Random random) {
        List<Frame.Run> runs = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            runs.add(new Frame.Run(1 + random.nextInt(300), 1 + random.nextInt(300)));
        }
        return runs;
    }

    private static List<Long> ids(int count, Random random) {
        return LongStream.generate(random::nextLong).limit(count).boxed().toList();
    }
}
