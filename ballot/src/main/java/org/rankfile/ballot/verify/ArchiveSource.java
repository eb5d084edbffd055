// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import java.io.IOException;
import java.io.InputStream;

/// An archive that can be read from its beginning more than once.
@FunctionalInterface
public interface ArchiveSource {
    /// The archive, from its beginning; whoever asks closes it.
    InputStream open() throws IOException;
}
