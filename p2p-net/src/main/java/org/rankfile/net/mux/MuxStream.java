// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.mux;

import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;

/// One stream for blocking use. All state is guarded by the session's lock. See
/// [org.rankfile.net.Stream] for what each method promises.
public final class MuxStream {
    final int id;

    /// Signalled when the window grows or the stream fails.
    final Condition granted;

    private final MuxSession session;
    private final Condition arrived;
    private final ByteRing received = new ByteRing();
    private boolean farEnded;
    private boolean ownEnded;
    private boolean discarding;

    /// Nothing can be written any more.
    private boolean failed;

    /// Failed before the far end had sent everything.
    private boolean aborted;

    private long timeoutNanos;

    MuxStream(MuxSession session, int id) {
        this.session = session;
        this.id = id;
        granted = session.lock.newCondition();
        arrived = session.lock.newCondition();
    }

    /// Reads at least one byte, -1 at the end.
    ///
    /// @throws NetException TIMEOUT or CLOSED
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        session.lock.lock();
        try {
            long left = timeoutNanos;
            while (received.size() == 0 && length > 0) {
                if (aborted || discarding) {
                    throw new NetException(Reason.CLOSED);
                }
                if (farEnded) {
                    return -1;
                }
                if (timeoutNanos == 0) {
                    arrived.await();
                } else if (left <= 0) {
                    throw new NetException(Reason.TIMEOUT);
                } else {
                    left = arrived.awaitNanos(left);
                }
            }
            int n = received.take(into, offset, length);
            session.consumed(this, n);
            return n;
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            session.lock.unlock();
        }
    }

    /// Writes everything, waiting for window and room.
    ///
    /// @throws NetException CLOSED
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        session.lock.lock();
        try {
            checkWritable();
            session.write(this, bytes, offset, length);
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            session.lock.unlock();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    void checkWritable() throws NetException {
        if (failed || ownEnded) {
            throw new NetException(Reason.CLOSED);
        }
    }

    /// Half-closes.
    public void closeWrite() {
        session.lock.lock();
        try {
            if (!ownEnded && !failed) {
                ownEnded = true;
                session.closeWrite(this);
                granted.signalAll();
            }
        } finally {
            session.lock.unlock();
        }
    }

    /// Resets, unless the stream is over.
    public void reset() {
        session.lock.lock();
        try {
            if (!aborted) {
                fail();
                aborted = true;
                session.reset(this);
            }
        } finally {
            session.lock.unlock();
        }
    }

    /// Half-closes and throws away what still arrives; resets later if the far end does not finish.
    public void close() {
        session.lock.lock();
        try {
            if (discarding) {
                return;
            }
            closeWrite();
            discarding = true;
            session.consumed(this, dropReceived());
            arrived.signalAll();
            if (!farEnded && !failed) {
                session.linger(this);
            }
        } finally {
            session.lock.unlock();
        }
    }

    /// How long a read may wait; zero is for ever.
    public void readTimeout(Duration timeout) {
        session.lock.lock();
        try {
            timeoutNanos = timeout.toNanos();
        } finally {
            session.lock.unlock();
        }
    }

    /// Resets a stream that was closed but not finished by the far end.
    public void endLinger() {
        session.lock.lock();
        try {
            if (!farEnded) {
                reset();
            }
        } finally {
            session.lock.unlock();
        }
    }

    void received(byte[] bytes, int offset, int length) {
        received.add(bytes, offset, length);
        arrived.signalAll();
    }

    boolean discards() {
        return discarding;
    }

    void ended() {
        farEnded = true;
        arrived.signalAll();
    }

    boolean hasEnded() {
        return farEnded;
    }

    boolean aborted() {
        return aborted;
    }

    /// What has arrived can still be read.
    void fail() {
        failed = true;
        aborted |= !farEnded;
        arrived.signalAll();
        granted.signalAll();
    }

    int dropReceived() {
        int had = received.size();
        received.clear();
        return had;
    }
}
