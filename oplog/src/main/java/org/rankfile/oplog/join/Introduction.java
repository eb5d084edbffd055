// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Mac;
import org.rankfile.oplog.JoinRefusal;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.oplog.sync.SyncRole;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How a peer that is unknown on one side shows by whom it was admitted (JOIN-40 to JOIN-47):
/// messages in, messages out, no I/O, no clock. The caller sends what [#next] gives until it is
/// empty, then reads one message of at most [#messageBytes] bytes, until [#end] says how it ended.
/// Engine thread only.
public final class Introduction {
    private static final Label LABEL = new Label("rankfile/introduction/1");

    private final SyncRole role;
    private final byte[] handshakeHash;
    private final List<IntroductionDoor> doors;
    private IntroductionDoor door;
    private final Deque<IntroductionMessage> out = new ArrayDeque<>();
    private final List<OpKey> offered = new ArrayList<>();
    private Iterator<OpKey> asked = List.<OpKey>of().iterator();
    private Phase phase = Phase.GREETING;
    private int turn;
    private boolean knownHere;
    private boolean knownThere;
    private boolean proven;
    private @Nullable IntroductionEnd end;

    private enum Phase {
        GREETING,
        LISTENING,
        TAKING,
        OFFERING,
        GIVING
    }

    /// An introduction that has not begun.
    ///
    /// @param role which side of the stream this is
    /// @param handshakeHash the hash of the connection's handshake, the same on both sides
    /// @param doors the engine's, for this peer: who calls has one, for the circle that it is
    ///   about; who is called has one for every circle
    public Introduction(SyncRole role, byte[] handshakeHash, List<IntroductionDoor> doors) {
        this.role = role;
        this.handshakeHash = handshakeHash.clone();
        this.doors = List.copyOf(doors);
        this.door = doors.getFirst();
        if (role == SyncRole.INITIATOR) {
            greet();
        }
    }

    /// What is to be sent next; empty when it is the far end's turn.
    public Optional<byte[]> next() {
        IntroductionMessage message = out.poll();
        if (message != null) {
            return Optional.of(IntroductionMessage.encode(message));
        }
        if (phase != Phase.GIVING || end != null || !asked.hasNext()) {
            return Optional.empty();
        }
        Optional<byte[]> wire = door.op(asked.next());
        if (wire.isEmpty()) {
            refuse(IntroductionEnd.TURNED_AWAY);
            return next();
        }
        return wire.map(bytes -> IntroductionMessage.encode(new IntroductionMessage.Op(bytes)));
    }

    /// How many bytes the message that comes next may have.
    public int messageBytes() {
        return proven ? IntroductionMessage.MESSAGE_BYTES : IntroductionMessage.GREETING_BYTES;
    }

    /// Whether the far end has the root secret of our hall.
    public boolean isProven() {
        return proven;
    }

    /// How it ended; empty before.
    public Optional<IntroductionEnd> end() {
        return Optional.ofNullable(end);
    }

    /// Takes a message of the far end.
    public void receive(byte[] bytes) {
        if (end != null) {
            return;
        }
        try {
            handle(IntroductionMessage.decode(bytes));
        } catch (JoinFault fault) {
            refuse(IntroductionEnd.MALFORMED);
        }
    }

    private void handle(IntroductionMessage message) throws JoinFault {
        switch (message) {
            case IntroductionMessage.Greeting m when phase == Phase.GREETING -> greeted(m);
            case IntroductionMessage.Offer m when phase == Phase.LISTENING -> offered(m);
            case IntroductionMessage.Op m when phase == Phase.TAKING -> take(m);
            case IntroductionMessage.Wants m when phase == Phase.OFFERING -> give(m);
            case IntroductionMessage.Verdict m when proven -> verdict(m);
            default -> throw new JoinFault(JoinRefusal.BAD_MESSAGE);
        }
    }

    private byte[] token(SyncRole sender, IntroductionDoor of) {
        byte[] fixed = {sender.letter(), (byte) handshakeHash.length};
        byte[] mac =
                Mac.hmacSha256(of.root(), LABEL, fixed, handshakeHash, of.tag().bytes()).bytes();
        return Arrays.copyOf(mac, IntroductionMessage.TOKEN_BYTES);
    }

    private void greet() {
        knownHere = door.isKnown();
        out.add(new IntroductionMessage.Greeting(token(role, door), knownHere));
    }

    private void greeted(IntroductionMessage.Greeting greeting) {
        Optional<IntroductionDoor> theirs =
                doors.stream()
                        .filter(d ->
                                MessageDigest.isEqual(token(role.other(), d), greeting.token()))
                        .findFirst();
        if (theirs.isEmpty()) {
            refuse(IntroductionEnd.FOREIGN);
            return;
        }
        door = theirs.get();
        proven = true;
        knownThere = greeting.known();
        if (role == SyncRole.RESPONDER) {
            greet();
        }
        proceed();
    }

    /// First the side that dialled shows itself, if it must, then the other: who is dialled shows
    /// nothing to a stranger.
    private void proceed() {
        turn++;
        boolean ours = (turn == 1) == (role == SyncRole.INITIATOR);
        boolean needed = ours ? !knownThere : !knownHere;
        if (turn > 2) {
            end = IntroductionEnd.ACQUAINTED;
        } else if (!needed) {
            proceed();
        } else if (ours) {
            offer();
        } else {
            offered.clear();
            phase = Phase.LISTENING;
        }
    }

    private void offer() {
        phase = Phase.OFFERING;
        offered.clear();
        offered.addAll(door.authority());
        int most = Math.min(offered.size(), JoinLimits.INTRODUCTION_OPS);
        int at = 0;
        do {
            int to = Math.min(most, at + IntroductionMessage.OFFERED_AT_ONCE);
            out.add(
                    new IntroductionMessage.Offer(
                            List.copyOf(offered.subList(at, to)), to == most));
            at = to;
        } while (at < most);
        offered.subList(most, offered.size()).clear();
    }

    private void offered(IntroductionMessage.Offer offer) {
        offered.addAll(offer.keys());
        if (offered.size() > JoinLimits.INTRODUCTION_OPS) {
            refuse(IntroductionEnd.EXCESSIVE);
            return;
        }
        if (!offer.end()) {
            return;
        }
        BitSet lacking = new BitSet();
        for (int i = 0; i < offered.size(); i++) {
            lacking.set(i, !door.isHeld(offered.get(i)));
        }
        out.add(IntroductionMessage.wants(lacking, offered.size()));
        asked = chosen(lacking);
        phase = Phase.TAKING;
        judgeIfComplete();
    }

    private Iterator<OpKey> chosen(BitSet bits) {
        return IntStream.range(0, offered.size())
                .filter(bits::get)
                .mapToObj(offered::get)
                .iterator();
    }

    private void give(IntroductionMessage.Wants wants) throws JoinFault {
        asked = chosen(IntroductionMessage.wanted(wants, offered.size()));
        phase = Phase.GIVING;
    }

    /// Once the peer is certified, what does not stand yet is left to synchronisation: a mint of
    /// somebody who has not heard of us, for instance.
    private void take(IntroductionMessage.Op message) {
        Optional<SealedOp> op = SealedOp.parse(message.wire());
        if (op.isEmpty() || !op.get().key().equals(asked.next())) {
            refuse(IntroductionEnd.UNASKED);
        } else if (!door.admit(op.get()) && !door.isKnown()) {
            refuse(IntroductionEnd.NOT_ADMITTED);
        } else {
            judgeIfComplete();
        }
    }

    private void judgeIfComplete() {
        if (asked.hasNext()) {
            return;
        }
        knownHere = door.isKnownNow();
        if (!knownHere) {
            refuse(IntroductionEnd.NOT_CERTIFIED);
            return;
        }
        out.add(new IntroductionMessage.Verdict(true));
        proceed();
    }

    private void verdict(IntroductionMessage.Verdict verdict) throws JoinFault {
        if (!verdict.known()) {
            end = IntroductionEnd.TURNED_AWAY;
        } else if (phase == Phase.GIVING) {
            knownThere = true;
            proceed();
        } else {
            throw new JoinFault(JoinRefusal.BAD_MESSAGE);
        }
    }

    /// Who has not shown the root secret hears nothing, not even that we refuse.
    private void refuse(IntroductionEnd why) {
        end = why;
        out.clear();
        if (proven) {
            out.add(new IntroductionMessage.Verdict(false));
        }
    }
}
