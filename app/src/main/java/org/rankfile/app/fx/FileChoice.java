// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for files. Window's thread; waits for the person.
public interface FileChoice {
    /// A file to read.
    ///
    /// @param title of the dialog
    /// @param ending of the files that are shown first, such as `csv`
    Optional<Path> open(String title, String ending);

    /// A file to write.
    ///
    /// @param name what to call it
    Optional<Path> save(String title, String name);
}
