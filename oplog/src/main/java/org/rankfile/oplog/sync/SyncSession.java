// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// One sync session with one peer, over one ordered stream: frames in, frames out, no I/O, no
/// clock.
///
/// The engine calls [#start] once, then [#receive] with what came and [#announce] with every op
/// newly held, and sends whatever these return, in that order, each frame behind its length
/// ([FrameStream]). Frames go to the peer only; a failed session returns at most its farewell.
///
/// The circles of a session are those of its greetings: when a peer may get another one, end the
/// session and open a new one; when it may no longer get one, end it.
///
/// Work and memory are bounded by [SyncLimits] and by the size of the own inventory, whatever the
/// peer sends. Not thread-safe: engine thread only, as is everything it calls on its [OpExchange].
public final class SyncSession {

    private final SyncRole role;
    private final OpExchange exchange;
    private final SyncLimits limits;
    private final RandomGenerator random;
    private final OverlapTokens overlap;
    private final CreditWindow window;
    private final OpCollector collector = new OpCollector();
    private final Map<Integer, CircleSync> circles = new TreeMap<>();
    private final Consumer<Frame> out;
    private Function<CircleTag, ShortIds.Factory> names;
    private List<byte[]> frames = new ArrayList<>();
    private Map<Token, CircleAccess> offered = Map.of();
    private List<Token> ownTokens = List.of();
    private boolean greeted;
    private boolean inSink;
    private final List<Announcement> deferred = new ArrayList<>();
    private SyncStatus.@Nullable Failed failure;

    private record Announcement(CircleTag circle, OpKey key) {}

    /// A session that has not begun.
    ///
    /// @param role which side of the stream this is
    /// @param handshakeHash the hash of the connection's handshake, 1 to 64 bytes, the same on both
    ///   sides
    /// @param exchange the engine's door for this peer
    /// @param limits [SyncLimits#STANDARD], or less in tests
    /// @param random fills and shuffles the tokens: must be cryptographically strong
    public SyncSession(
            SyncRole role,
            byte[] handshakeHash,
            OpExchange exchange,
            SyncLimits limits,
            RandomGenerator random) {
        if (handshakeHash.length < 1 || handshakeHash.length > 64) {
            throw new IllegalArgumentException("a handshake hash has 1 to 64 bytes");
        }
        byte[] hash = handshakeHash.clone();
        this.role = role;
        this.exchange = exchange;
        this.limits = limits;
        this.random = random;
        this.overlap = new OverlapTokens(hash);
        this.window = new CreditWindow(limits);
        this.names = tag -> ShortIds.keyed(hash, tag);
        this.out = frame -> frames.add(FrameWriter.encode(frame));
    }

    /// Other short ids, for tests of collisions.
    void useShortIds(Function<CircleTag, ShortIds.Factory> other) {
        names = other;
    }

    /// The first frames: the initiator's greeting; the responder waits for it.
    public List<byte[]> start() {
        if (role == SyncRole.INITIATOR) {
            greet(exchange.circles());
        }
        return drain();
    }

    /// Takes frames in the order of their coming. The more are given at once, the more ops go into
    /// one call of [OpSink#receive].
    ///
    /// @return frames to send now
    public List<byte[]> receive(List<byte[]> received) {
        if (failure == null) {
            try {
                for (byte[] frame : received) {
                    handle(FrameReader.decode(frame, limits));
                    if (failure != null) {
                        return List.of();
                    }
                }
                deliver();
                send();
            } catch (SyncFault fault) {
                fail(fault.reason());
            }
        }
        return drain();
    }

    /// An op is newly held (received from anyone, or made here, and durable): it is pushed to the
    /// peer unless it came from there. May be called from within [OpSink#receive]; then it returns
    /// nothing.
    ///
    /// @return frames to send now
    public List<byte[]> announce(CircleTag circle, OpKey key) {
        if (inSink) {
            deferred.add(new Announcement(circle, key));
            return List.of();
        }
        if (failure != null) {
            return List.of();
        }
        announceHere(circle, key);
        return sendAndDrain();
    }

    /// Compares once more, for instance after a quiet while or on the user's wish. From within
    /// [OpSink#receive] it must not be called.
    ///
    /// @return frames to send now
    public List<byte[]> recheck() {
        return compare(_ -> true);
    }

    /// Compares once more where something was not taken for want of room, since there may be room
    /// now. From within [OpSink#receive] it must not be called.
    ///
    /// @return frames to send now
    public List<byte[]> recheckDropped() {
        return compare(CircleSync::hasDropped);
    }

    private List<byte[]> compare(Predicate<CircleSync> which) {
        if (failure != null) {
            return List.of();
        }
        circles.values().stream().filter(which).forEach(CircleSync::recheck);
        return sendAndDrain();
    }

    /// Where the session stands now.
    public SyncStatus status() {
        if (failure != null) {
            return failure;
        }
        if (!greeted) {
            return new SyncStatus.Greeting();
        }
        Map<CircleTag, CircleState> states = new HashMap<>();
        circles.values().forEach(c -> states.put(c.tag(), c.state()));
        return new SyncStatus.Open(states);
    }

    private void greet(List<CircleAccess> mine) {
        ownTokens = overlap.offer(role, mine, limits.circles(), random);
        offered = new HashMap<>();
        mine.stream().limit(limits.circles()).forEach(c -> offered.put(overlap.token(role, c), c));
        out.accept(new Frame.Hello(ownTokens));
    }

    private void handle(Frame frame) throws SyncFault {
        boolean continues =
                frame instanceof Frame.Part p && collector.continues(p.circle(), p.live());
        if (collector.isMidOp() && !continues) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        switch (frame) {
            case Frame.Fail f -> failure = new SyncStatus.Failed(f.reason(), true);
            case Frame.Hello f -> hello(f);
            case Frame.Ops f -> {
                collect(f.circle(), f.live(), f.ops());
                collector.ops(f);
            }
            case Frame.Part f -> {
                collect(f.circle(), f.live(), f.bytes());
                collector.part(f);
            }
            default -> {
                deliver();
                step(frame);
            }
        }
    }

    private void step(Frame frame) throws SyncFault {
        switch (frame) {
            case Frame.Ranges f -> circle(f.circle()).ranges(f);
            case Frame.Haves f -> circle(f.circle()).haves(f);
            case Frame.Wants f -> circle(f.circle()).wants(f);
            case Frame.Credit f -> circle(f.circle()).credit(f);
            case Frame.Done f -> circle(f.circle()).done(f);
            case Frame.Recheck f -> circle(f.circle()).recheckAsked();
            default -> throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
    }

    private void hello(Frame.Hello hello) throws SyncFault {
        if (greeted) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        if (role == SyncRole.RESPONDER) {
            greet(exchange.circles());
        }
        Set<Token> echoed = new HashSet<>(hello.tokens());
        echoed.retainAll(ownTokens);
        if (!echoed.isEmpty()) {
            throw new SyncFault(SyncFailure.ECHOED_TOKEN);
        }
        greeted = true;
        offered.forEach((mine, access) -> join(mine, access, hello.tokens()));
        if (role == SyncRole.RESPONDER) {
            circles.values().forEach(CircleSync::begin);
        }
    }

    /// Is the circle in the peer's greeting too? Then it goes by its place in the initiator's.
    private void join(Token mine, CircleAccess access, List<Token> theirs) {
        Token counterpart = overlap.token(role.other(), access);
        if (!theirs.contains(counterpart)) {
            return;
        }
        boolean initiator = role == SyncRole.INITIATOR;
        int index = initiator ? ownTokens.indexOf(mine) : theirs.indexOf(counterpart);
        CircleSync.Surroundings around = new CircleSync.Surroundings(exchange, limits, window, out);
        ShortIds.Factory shortIds = names.apply(access.tag());
        circles.put(index, new CircleSync(index, access, !initiator, shortIds, around));
    }

    private void collect(int circle, boolean live, List<byte[]> ops) throws SyncFault {
        circle(circle);
        window.arrived(ops.stream().mapToInt(op -> op.length).sum());
        if (ops.stream().anyMatch(op -> op.length > limits.opBytes())) {
            throw new SyncFault(SyncFailure.TOO_LARGE);
        }
        if (!collector.continues(circle, live)) {
            deliver();
        }
    }

    private void deliver() throws SyncFault {
        List<byte[]> ops = collector.take();
        if (ops.isEmpty()) {
            return;
        }
        CircleSync circle = circle(collector.circle());
        int bytes = ops.stream().mapToInt(op -> op.length).sum();
        inSink = true;
        List<OpSink.Receipt> receipts = exchange.receive(circle.tag(), ops);
        inSink = false;
        if (receipts.size() != ops.size()) {
            throw new IllegalStateException("one receipt for each op");
        }
        window.granted(bytes);
        circle.received(receipts, collector.isLive(), bytes);
        List<Announcement> waiting = List.copyOf(deferred);
        deferred.clear();
        waiting.forEach(a -> announceHere(a.circle(), a.key()));
    }

    private void announceHere(CircleTag tag, OpKey key) {
        circles.values().stream()
                .filter(circle -> circle.tag().equals(tag))
                .forEach(circle -> circle.announce(key));
    }

    private void send() throws SyncFault {
        new Sender(exchange, limits, window, out).send(circles.values());
        for (CircleSync circle : circles.values()) {
            circle.afterSending();
        }
    }

    private List<byte[]> sendAndDrain() {
        try {
            send();
        } catch (SyncFault fault) {
            fail(fault.reason());
        }
        return drain();
    }

    private CircleSync circle(int index) throws SyncFault {
        CircleSync circle = circles.get(index);
        if (circle == null) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        return circle;
    }

    private void fail(SyncFailure reason) {
        frames.clear();
        out.accept(new Frame.Fail(reason));
        failure = new SyncStatus.Failed(reason, false);
    }

    private List<byte[]> drain() {
        List<byte[]> drained = frames;
        frames = new ArrayList<>();
        return drained;
    }
}
