// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.oplog.JoinFailed;
import org.rankfile.store.StoreException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What failures of the layers below mean to a person.
final class Faults {
    private static final long ROOM_BYTES = 128 * 1024;

    private Faults() {}

    static HomeRefused of(StoreException e) {
        HomeFault fault =
                switch (e.reason()) {
                    case HOME_IN_USE -> HomeFault.HOME_IN_USE;
                    case NO_HOME -> HomeFault.NO_HOME;
                    case HOME_EXISTS -> HomeFault.HOME_EXISTS;
                    case DISK_FULL -> HomeFault.DISK_FULL;
                    case READ_ONLY -> HomeFault.READ_ONLY;
                    case DAMAGED, WRONG_KEY -> HomeFault.LOG_DAMAGED;
                    case TOO_NEW -> HomeFault.TOO_NEW;
                    case IO -> HomeFault.DISK;
                };
        return new HomeRefused(fault, e);
    }

    /// As [#of(StoreException)]; also knows a disk without room for the files that SQLite makes
    /// when it opens, which it reports as it reports a broken one.
    static HomeRefused of(StoreException e, Path dir) {
        boolean full = e.reason() == StoreException.Reason.IO && isFull(dir);
        return full ? new HomeRefused(HomeFault.DISK_FULL, e) : of(e);
    }

    private static boolean isFull(Path dir) {
        try {
            return Files.getFileStore(dir).getUsableSpace() < ROOM_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }

    static HomeRefused of(JoinFailed e) {
        HomeFault fault =
                switch (e.reason()) {
                    case WRONG_SECRET -> HomeFault.BAD_INVITATION;
                    case EXPIRED -> HomeFault.INVITATION_EXPIRED;
                    case ALREADY_USED -> HomeFault.INVITATION_USED;
                    case REFUSED -> HomeFault.JOIN_REFUSED;
                    case BAD_NAME -> HomeFault.BAD_NAME;
                    case OTHER_VERSION -> HomeFault.TOO_NEW;
                    case BAD_KEYS, BAD_MESSAGE, WRONG_INVITER -> HomeFault.JOIN_BROKEN;
                };
        return new HomeRefused(fault, e);
    }
}
