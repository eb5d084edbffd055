// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import java.io.IOException;

/// Serves one inbound stream on a virtual thread of its own.
@FunctionalInterface
public interface StreamHandler {
    /// Talks on the stream. When it returns, the stream is closed for writing and the far end may
    /// finish; when it throws, the stream is reset.
    void handle(Stream stream) throws IOException;
}
