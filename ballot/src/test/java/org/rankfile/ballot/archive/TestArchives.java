// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.CredentialList;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The elections by belenios-tool 2.0 among the test data.
public final class TestArchives {
    private TestArchives() {}

    /// One of them.
    public static byte[] read(String name) throws IOException {
        try (InputStream in = CredentialList.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
