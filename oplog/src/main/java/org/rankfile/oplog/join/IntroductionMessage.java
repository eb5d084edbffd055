// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.oplog.JoinRefusal;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.sync.OpKey;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The messages of an introduction (JOIN-41). There is one encoding of each.
sealed interface IntroductionMessage {
    int VERSION = 1;
    int TOKEN_BYTES = 16;
    int KEY_BYTES = Integer.BYTES + OpKey.ID_BYTES;

    /// Keys in one offer; more go into further ones.
    int OFFERED_AT_ONCE = 1800;

    /// The largest greeting, which is all that is read of who has not shown the root secret.
    int GREETING_BYTES = 3 + TOKEN_BYTES;

    /// The largest message of all.
    int MESSAGE_BYTES = 1 + Limits.OP_BYTES;

    /// The token of the circle, and whether the sender knows the receiver.
    record Greeting(byte[] token, boolean known) implements IntroductionMessage {}

    /// What the sender holds of the circle's authority plane, in causal order.
    record Offer(List<OpKey> keys, boolean end) implements IntroductionMessage {}

    /// Which of the offered ops the sender lacks: one bit each, the first one lowest.
    record Wants(byte[] bits) implements IntroductionMessage {}

    /// A wanted op.
    record Op(byte[] wire) implements IntroductionMessage {}

    /// Whether the sender knows the receiver now.
    record Verdict(boolean known) implements IntroductionMessage {}

    /// The bytes of a message.
    static byte[] encode(IntroductionMessage message) {
        return switch (message) {
            case Greeting m ->
                    ByteBuffer.allocate(GREETING_BYTES)
                            .put((byte) 1)
                            .put((byte) VERSION)
                            .put(m.token())
                            .put(flag(m.known()))
                            .array();
            case Offer m -> {
                ByteBuffer out = ByteBuffer.allocate(2 + KEY_BYTES * m.keys().size());
                out.put((byte) 2).put(flag(m.end()));
                m.keys().forEach(key -> out.putInt((int) key.bucket()).put(key.id()));
                yield out.array();
            }
            case Wants m -> behind(3, m.bits());
            case Op m -> behind(4, m.wire());
            case Verdict m -> new byte[] {5, flag(m.known())};
        };
    }

    private static byte flag(boolean flag) {
        return (byte) (flag ? 1 : 0);
    }

    private static byte[] behind(int type, byte[] rest) {
        return ByteBuffer.allocate(1 + rest.length).put((byte) type).put(rest).array();
    }

    /// The message of these bytes.
    ///
    /// @throws JoinFault `BAD_MESSAGE` or `OTHER_VERSION`
    static IntroductionMessage decode(byte[] bytes) throws JoinFault {
        int type = bytes.length == 0 ? 0 : bytes[0];
        return switch (type) {
            case 1 -> greeting(bytes);
            case 2 -> offer(bytes);
            case 3 -> new Wants(Arrays.copyOfRange(bytes, 1, bytes.length));
            case 4 -> new Op(Arrays.copyOfRange(bytes, 1, bytes.length));
            case 5 -> verdict(bytes);
            default -> throw bad();
        };
    }

    private static Greeting greeting(byte[] bytes) throws JoinFault {
        if (bytes.length > 1 && bytes[1] != VERSION) {
            throw new JoinFault(JoinRefusal.OTHER_VERSION);
        }
        if (bytes.length != GREETING_BYTES) {
            throw bad();
        }
        byte[] token = Arrays.copyOfRange(bytes, 2, 2 + TOKEN_BYTES);
        return new Greeting(token, flag(bytes[GREETING_BYTES - 1]));
    }

    private static Offer offer(byte[] bytes) throws JoinFault {
        int count = (bytes.length - 2) / KEY_BYTES;
        boolean whole = bytes.length == 2 + count * KEY_BYTES;
        if (bytes.length < 2 || !whole || count > OFFERED_AT_ONCE) {
            throw bad();
        }
        boolean end = flag(bytes[1]);
        if (count == 0 && !end) {
            throw bad();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 2, count * KEY_BYTES);
        List<OpKey> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int bucket = in.getInt();
            byte[] id = new byte[OpKey.ID_BYTES];
            in.get(id);
            keys.add(OpKey.of(bucket, id));
        }
        return new Offer(keys, end);
    }

    private static Verdict verdict(byte[] bytes) throws JoinFault {
        if (bytes.length != 2) {
            throw bad();
        }
        return new Verdict(flag(bytes[1]));
    }

    private static boolean flag(byte value) throws JoinFault {
        if (value != 0 && value != 1) {
            throw bad();
        }
        return value == 1;
    }

    /// The bits of those that are wanted among `count`.
    static Wants wants(BitSet wanted, int count) {
        return new Wants(Arrays.copyOf(wanted.toByteArray(), (count + 7) / 8));
    }

    /// Which of `count` are wanted.
    ///
    /// @throws JoinFault if it is about another number
    static BitSet wanted(Wants wants, int count) throws JoinFault {
        BitSet wanted = BitSet.valueOf(wants.bits());
        if (wants.bits().length != (count + 7) / 8 || wanted.length() > count) {
            throw bad();
        }
        return wanted;
    }

    private static JoinFault bad() {
        return new JoinFault(JoinRefusal.BAD_MESSAGE);
    }
}
