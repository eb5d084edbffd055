// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.mux;

import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Blocking streams over a [Yamux] session, for virtual threads on one side and the connection's
/// event loop on the other. Safe from any thread; the event loop never waits for a stream.
public final class MuxSession {
    /// Guards the state machine and everything of the streams.
    final ReentrantLock lock = new ReentrantLock();

    /// Signalled when the outbox has room again.
    private final Condition room = lock.newCondition();

    private final Limits limits;
    private final Host host;
    private final Yamux yamux;
    private final Map<Integer, MuxStream> streams = new HashMap<>();
    private long buffered;
    private boolean paused;
    private boolean closed;

    /// What the session needs of the connection. Called with the session's lock held: an
    /// implementation only posts work elsewhere.
    public interface Host {
        /// There is something to [MuxSession#take].
        void wake();

        /// The far end has opened a stream.
        void accepted(MuxStream stream);

        /// The answer to a ping.
        void pong(int value);

        /// The far end has said good-bye.
        void goodbye();

        /// Stop or go on reading from the socket.
        void pause(boolean pause);

        /// Reset this stream, which was closed here, unless the far end finishes it soon.
        void linger(MuxStream stream);
    }

    /// Starts a session; the side that dialled is the client.
    public MuxSession(boolean client, Limits limits, Host host) {
        this.limits = limits;
        this.host = host;
        yamux = new Yamux(client, limits, new Dispatch());
    }

    /// Opens a stream.
    ///
    /// @throws NetException TOO_MANY_STREAMS or CLOSED
    public MuxStream open() throws NetException {
        lock.lock();
        try {
            if (closed) {
                throw new NetException(Reason.CLOSED);
            }
            MuxStream stream = new MuxStream(this, yamux.open());
            streams.put(stream.id, stream);
            host.wake();
            return stream;
        } finally {
            lock.unlock();
        }
    }

    /// Takes plaintext of the connection; for its event loop.
    ///
    /// @throws NetException if the far end breaks the protocol or a limit
    public void receive(byte[] plaintext) throws NetException {
        lock.lock();
        try {
            if (!closed) {
                yamux.receive(plaintext);
                wakeIfQueued();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes up to `max` bytes to send; for the event loop. Empty if there are none.
    public byte[] take(int max) {
        lock.lock();
        try {
            byte[] bytes = yamux.take(max);
            if (yamux.queued() < limits.outboundBytes()) {
                room.signalAll();
            }
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /// Sends a ping.
    public void ping(int value) {
        lock.lock();
        try {
            if (!closed) {
                yamux.ping(value);
                host.wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Queues a normal good-bye.
    public void goAway() {
        lock.lock();
        try {
            if (!closed) {
                yamux.goAway(0);
                host.wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends all streams: whoever reads or writes gets CLOSED.
    public void close() {
        lock.lock();
        try {
            closed = true;
            streams.values().forEach(MuxStream::fail);
            streams.clear();
            buffered = 0;
            yamux.clear();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Queues data, waiting for the window and for room; the lock is held.
    void write(MuxStream stream, byte[] bytes, int offset, int length)
            throws NetException, InterruptedException {
        int done = 0;
        while (done < length) {
            stream.checkWritable();
            if (yamux.queued() >= limits.outboundBytes()) {
                room.await();
                continue;
            }
            int n = yamux.send(stream.id, bytes, offset + done, length - done);
            if (n == 0) {
                stream.granted.await();
            } else {
                done += n;
                host.wake();
            }
        }
    }

    /// Bytes of a stream were read or thrown away; the lock is held.
    void consumed(MuxStream stream, int count) {
        release(count);
        yamux.consumed(stream.id, count);
        wakeIfQueued();
    }

    private void release(int count) {
        buffered -= count;
        if (paused && buffered <= limits.connectionBufferBytes() / 2) {
            paused = false;
            host.pause(false);
        }
    }

    void closeWrite(MuxStream stream) {
        yamux.closeWrite(stream.id);
        if (stream.hasEnded()) {
            streams.remove(stream.id);
        }
        wakeIfQueued();
    }

    void reset(MuxStream stream) {
        yamux.reset(stream.id);
        streams.remove(stream.id);
        release(stream.dropReceived());
        wakeIfQueued();
    }

    void linger(MuxStream stream) {
        host.linger(stream);
    }

    private void wakeIfQueued() {
        if (yamux.queued() > 0) {
            host.wake();
        }
    }

    /// From the state machine to the streams; runs with the lock held.
    private final class Dispatch implements Yamux.Events {
        @Override
        public void opened(int id) {
            MuxStream stream = new MuxStream(MuxSession.this, id);
            streams.put(id, stream);
            host.accepted(stream);
        }

        @Override
        public void data(int id, byte[] bytes, int offset, int length) {
            MuxStream stream = streams.get(id);
            if (stream == null) {
                return;
            }
            if (stream.discards()) {
                yamux.consumed(id, length);
                return;
            }
            stream.received(bytes, offset, length);
            buffered += length;
            if (!paused && buffered >= limits.connectionBufferBytes()) {
                paused = true;
                host.pause(true);
            }
        }

        @Override
        public void granted(int id) {
            MuxStream stream = streams.get(id);
            if (stream != null) {
                stream.granted.signalAll();
            }
        }

        @Override
        public void ended(int id) {
            MuxStream stream = streams.get(id);
            if (stream != null) {
                stream.ended();
                if (!yamux.writable(id)) {
                    streams.remove(id);
                }
            }
        }

        @Override
        public void reset(int id) {
            MuxStream stream = streams.get(id);
            if (stream != null) {
                stream.fail();
                streams.remove(id);
                if (stream.aborted()) {
                    release(stream.dropReceived());
                }
            }
        }

        @Override
        public void pong(int value) {
            host.pong(value);
        }

        @Override
        public void goAway(long code) {
            host.goodbye();
        }
    }
}
