// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.mux;

import org.jspecify.annotations.Nullable;
import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;

import java.util.HashMap;
import java.util.Map;

/// One yamux session (libp2p specs, yamux, version 0) as a state machine: bytes in, [Events] and
/// bytes out. It never blocks and holds no received data. Not safe for several threads: the caller
/// holds a lock.
public final class Yamux {
    /// The protocol's name in negotiations.
    public static final String PROTOCOL = "/yamux/1.0.0";

    /// Data per frame, so that a full frame fits one Noise message exactly.
    static final int DATA_BYTES = Limits.NOISE_MESSAGE_BYTES - 16 /* tag */ - Frame.HEADER_BYTES;

    private static final byte[] NOTHING = new byte[0];

    private final int parity;
    private final Limits limits;
    private final Events events;
    private final Map<Integer, Flow> flows = new HashMap<>();
    private final Outbox outbox = new Outbox();
    private final byte[] header = new byte[Frame.HEADER_BYTES];
    private int headerBytes;
    private long dataLeft;
    private @Nullable Flow dataFor;
    private boolean endsAfterData;
    private int nextId;
    private int lastFarId;
    private int ownStreams;
    private int farStreams;
    private boolean leaving;

    /// What a session tells, during [Yamux#receive].
    public interface Events {
        /// The far end has opened a stream.
        void opened(int stream);

        /// Data for a stream, within its window; the array is not valid afterwards.
        void data(int stream, byte[] bytes, int offset, int length);

        /// The far end has granted more for a stream.
        void granted(int stream);

        /// The far end sends nothing more on a stream.
        void ended(int stream);

        /// The far end has reset a stream; it is gone.
        void reset(int stream);

        /// The answer to a ping.
        void pong(int value);

        /// The far end leaves; 0 is normal.
        void goAway(long code);
    }

    /// Starts a session; the side that dialled the connection is the client.
    public Yamux(boolean client, Limits limits, Events events) {
        parity = client ? 1 : 0;
        nextId = client ? 1 : 2;
        this.limits = limits;
        this.events = events;
    }

    /// Opens a stream and returns its number.
    ///
    /// @throws NetException TOO_MANY_STREAMS, or CLOSED after a go-away
    public int open() throws NetException {
        if (leaving) {
            throw new NetException(Reason.CLOSED);
        }
        if (ownStreams >= limits.streams() || nextId < 0) {
            throw new NetException(Reason.TOO_MANY_STREAMS);
        }
        int id = nextId;
        nextId += 2;
        ownStreams++;
        flows.put(id, new Flow(id, Limits.YAMUX_INITIAL_WINDOW, limits.windowBytes()));
        grantFirst(id, Frame.SYN);
        return id;
    }

    private void grantFirst(int id, int flag) {
        long more = (long) limits.windowBytes() - Limits.YAMUX_INITIAL_WINDOW;
        control(new Frame(Frame.WINDOW_UPDATE, flag, id, more));
    }

    /// Queues as much of the data as the window and one frame allow and returns how much that was;
    /// 0 when the window is used up or the stream is gone.
    public int send(int id, byte[] bytes, int offset, int length) {
        Flow flow = flows.get(id);
        if (flow == null || flow.ownEnd) {
            return 0;
        }
        int n = (int) Math.min(Math.min(length, DATA_BYTES), flow.sendWindow);
        if (n > 0) {
            flow.sendWindow -= n;
            outbox.add(Frame.write(new Frame(Frame.DATA, 0, id, n), bytes, offset, n));
        }
        return n;
    }

    /// Whether data can still be sent on the stream (now or when the window grows).
    public boolean writable(int id) {
        Flow flow = flows.get(id);
        return flow != null && !flow.ownEnd;
    }

    /// Says that so many bytes of the stream were read here, so that the far end may send more.
    public void consumed(int id, int count) {
        Flow flow = flows.get(id);
        if (flow == null || flow.farEnd) {
            return;
        }
        flow.unreturned += count;
        if (flow.unreturned >= limits.windowBytes() / 2) {
            control(new Frame(Frame.WINDOW_UPDATE, 0, id, flow.unreturned));
            flow.credit += flow.unreturned;
            flow.unreturned = 0;
        }
    }

    /// Half-closes a stream.
    public void closeWrite(int id) {
        Flow flow = flows.get(id);
        if (flow != null && !flow.ownEnd) {
            flow.ownEnd = true;
            control(new Frame(Frame.DATA, Frame.FIN, id, 0));
            dropIfOver(flow);
        }
    }

    /// Resets a stream.
    public void reset(int id) {
        if (flows.containsKey(id)) {
            drop(id);
            control(new Frame(Frame.WINDOW_UPDATE, Frame.RST, id, 0));
        }
    }

    /// Asks for a sign of life.
    public void ping(int value) {
        control(new Frame(Frame.PING, Frame.SYN, 0, value & 0xffff_ffffL));
    }

    /// Announces that we leave; no stream is opened or accepted any more.
    ///
    /// @param code 0 normal, 1 protocol error, 2 internal error
    public void goAway(int code) {
        leaving = true;
        control(new Frame(Frame.GO_AWAY, 0, 0, code));
    }

    /// Takes bytes of the connection.
    ///
    /// @throws NetException if the far end breaks the protocol or a limit; the session is over then
    public void receive(byte[] bytes) throws NetException {
        int at = 0;
        while (at < bytes.length) {
            if (dataLeft > 0) {
                at += data(bytes, at);
                continue;
            }
            int n = Math.min(Frame.HEADER_BYTES - headerBytes, bytes.length - at);
            System.arraycopy(bytes, at, header, headerBytes, n);
            headerBytes += n;
            at += n;
            if (headerBytes == Frame.HEADER_BYTES) {
                headerBytes = 0;
                frame(Frame.read(header));
            }
        }
        if (outbox.controlBytes() > Limits.CONTROL_BYTES) {
            throw new NetException(Reason.FLOOD);
        }
    }

    private int data(byte[] bytes, int at) {
        int n = (int) Math.min(dataLeft, bytes.length - at);
        Flow flow = dataFor;
        if (flow != null && flows.containsKey(flow.id)) {
            events.data(flow.id, bytes, at, n);
        }
        dataLeft -= n;
        if (dataLeft == 0 && flow != null && endsAfterData) {
            farEnd(flow);
        }
        return n;
    }

    private void frame(Frame frame) throws NetException {
        switch (frame.type()) {
            case Frame.PING -> {
                if (frame.has(Frame.SYN)) {
                    control(new Frame(Frame.PING, Frame.ACK, 0, frame.length()));
                } else {
                    events.pong((int) frame.length());
                }
            }
            case Frame.GO_AWAY -> {
                leaving = true;
                events.goAway(frame.length());
            }
            default -> streamFrame(frame);
        }
    }

    private void streamFrame(Frame frame) throws NetException {
        boolean fresh = frame.has(Frame.SYN);
        Flow flow = fresh ? accept(frame) : flows.get(frame.stream());
        if (flow == null) {
            ignore(frame);
            return;
        }
        if (fresh) {
            events.opened(flow.id);
        }
        if (frame.type() == Frame.DATA) {
            expect(flow, frame);
        } else {
            grow(flow, frame.length());
        }
        if (frame.has(Frame.RST)) {
            drop(flow.id);
            events.reset(flow.id);
        } else if (frame.has(Frame.FIN) && dataLeft == 0) {
            farEnd(flow);
        }
    }

    private @Nullable Flow accept(Frame frame) throws NetException {
        int id = frame.stream();
        if ((id & 1) == parity || id <= lastFarId) {
            throw new NetException(Reason.MALFORMED);
        }
        lastFarId = id;
        if (leaving) {
            control(new Frame(Frame.WINDOW_UPDATE, Frame.RST, id, 0));
            return null;
        }
        if (farStreams >= limits.streams()) {
            throw new NetException(Reason.TOO_MANY_STREAMS);
        }
        farStreams++;
        Flow flow = new Flow(id, Limits.YAMUX_INITIAL_WINDOW, limits.windowBytes());
        flows.put(id, flow);
        grantFirst(id, Frame.ACK);
        return flow;
    }

    /// What is still under way for a stream that is gone here is thrown away.
    private void ignore(Frame frame) throws NetException {
        int id = frame.stream();
        boolean known = (id & 1) == parity ? id > 0 && id < nextId : id > 0 && id <= lastFarId;
        if (!known) {
            throw new NetException(Reason.MALFORMED);
        }
        if (frame.type() == Frame.DATA) {
            if (frame.length() > limits.windowBytes()) {
                throw new NetException(Reason.WINDOW_EXCEEDED);
            }
            dataLeft = frame.length();
            dataFor = null;
        }
    }

    private void expect(Flow flow, Frame frame) throws NetException {
        if (frame.length() > 0 && flow.farEnd) {
            throw new NetException(Reason.MALFORMED);
        }
        if (frame.length() > flow.credit) {
            throw new NetException(Reason.WINDOW_EXCEEDED);
        }
        flow.credit -= frame.length();
        dataLeft = frame.length();
        dataFor = flow;
        endsAfterData = frame.has(Frame.FIN);
    }

    private void grow(Flow flow, long more) throws NetException {
        flow.sendWindow += more;
        if (flow.sendWindow > 0xffff_ffffL) {
            throw new NetException(Reason.WINDOW_EXCEEDED);
        }
        if (more > 0) {
            events.granted(flow.id);
        }
    }

    private void farEnd(Flow flow) {
        if (!flow.farEnd && flows.containsKey(flow.id)) {
            flow.farEnd = true;
            dropIfOver(flow);
            events.ended(flow.id);
        }
    }

    private void dropIfOver(Flow flow) {
        if (flow.over()) {
            drop(flow.id);
        }
    }

    private void drop(int id) {
        if (flows.remove(id) != null) {
            if ((id & 1) == parity) {
                ownStreams--;
            } else {
                farStreams--;
            }
        }
    }

    private void control(Frame frame) {
        outbox.add(Frame.write(frame, NOTHING, 0, 0));
    }

    /// Bytes that wait to be sent.
    public long queued() {
        return outbox.bytes();
    }

    /// Takes up to `max` bytes to send, empty if there are none.
    public byte[] take(int max) {
        return outbox.take(max);
    }

    /// Forgets everything that waits to be sent.
    public void clear() {
        outbox.clear();
        flows.clear();
    }
}
