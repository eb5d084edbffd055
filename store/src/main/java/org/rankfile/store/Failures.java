// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import org.rankfile.store.StoreException.Reason;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/// Tells what the operating system's refusals mean.
final class Failures {
    private Failures() {}

    static StoreException of(IOException failed) {
        return new StoreException(reason(failed), failed);
    }

    private static Reason reason(IOException failed) {
        if (failed instanceof AccessDeniedException
                || failed.getCause() instanceof ReadOnlyFileSystemException) {
            return Reason.READ_ONLY;
        }
        if (failed instanceof NoSuchFileException) {
            return Reason.NO_HOME;
        }
        String told =
                failed instanceof FileSystemException system && system.getReason() != null
                        ? system.getReason()
                        : String.valueOf(failed.getMessage());
        String lower = told.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota")) {
            return Reason.DISK_FULL;
        }
        return lower.contains("read-only") ? Reason.READ_ONLY : Reason.IO;
    }
}
