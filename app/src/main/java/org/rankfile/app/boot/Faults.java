// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.oplog.JoinFailed;
import org.rankfile.store.StoreException;

/// What failures of the layers below mean to a person.
final class Faults {
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
