// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.testkit;

import java.nio.file.Path;

/// Where tests find the files of the project: `docs/spec/vectors` and the like.
public final class ProjectFiles {
    private ProjectFiles() {}

    /// The top of the project, as the build tells it in the system property `rankfile.root`.
    public static Path root() {
        String root = System.getProperty("rankfile.root");
        if (root == null || root.startsWith("$")) {
            throw new IllegalStateException("run through Maven, or with -Drankfile.root=TOP");
        }
        return Path.of(root);
    }

    /// A file of `docs/spec/vectors`.
    public static Path vectors(String name) {
        return root().resolve("docs/spec/vectors").resolve(name);
    }
}
