// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.home;

import java.io.IOException;
import java.util.Optional;

/// What was typed and not finished when a home was locked, kept sealed in the home. Any thread;
/// blocks on the disk.
public interface Drafts {
    /// The draft of a name; empty where there is none.
    Optional<byte[]> read(String name) throws IOException;

    /// Keeps a draft in place of an earlier one of this name.
    void keep(String name, byte[] draft) throws IOException;

    /// Takes a draft away, if there is one.
    void forget(String name) throws IOException;
}
