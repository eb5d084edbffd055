// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import java.io.IOException;
import java.time.Duration;

/// A bidirectional stream of bytes with back-pressure both ways, for blocking use on virtual
/// threads. One thread may read while another writes; two readers or two writers may not.
public interface Stream extends AutoCloseable {
    /// The connection that carries it.
    Peer peer();

    /// The protocol that both ends agreed on.
    String protocol();

    /// Reads at least one byte, unless `length` is 0; blocks until there is one.
    ///
    /// @return the number of bytes, or -1 after the far end's last one
    /// @throws NetException TIMEOUT after [#readTimeout], CLOSED when the stream was reset
    int read(byte[] into, int offset, int length) throws IOException;

    /// Writes all bytes; blocks while the far end's window or the connection's queue is full.
    ///
    /// @throws NetException CLOSED when the stream was reset or closed for writing
    void write(byte[] bytes, int offset, int length) throws IOException;

    /// Writes all bytes of the array.
    ///
    /// @throws NetException as [#write(byte[], int, int)]
    default void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    /// Reads exactly the given number of bytes. The caller bounds it.
    ///
    /// @throws NetException CLOSED if the stream ends before, otherwise as [#read]
    default byte[] readExactly(int length) throws IOException {
        byte[] all = new byte[length];
        int have = 0;
        while (have < length) {
            int n = read(all, have, length - have);
            if (n < 0) {
                throw new NetException(NetException.Reason.CLOSED);
            }
            have += n;
        }
        return all;
    }

    /// Says that nothing more will be written (half-close). Reading goes on. Repeating it has no
    /// effect.
    void closeWrite();

    /// Ends the stream at once in both directions; the far end sees a reset.
    void reset();

    /// How long a read may wait from now on; zero, the initial value, is for ever.
    void readTimeout(Duration timeout);

    /// Closes for writing and, unless the far end has finished too, stops reading by a reset. What
    /// was written is still delivered if the far end had finished.
    @Override
    void close();
}
