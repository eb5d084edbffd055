// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// Why somebody cannot join. The numbers are part of the wire format (JOIN-30).
public enum JoinRefusal {
    /// No invitation with this secret, or the proof of it is wrong.
    WRONG_SECRET(1),
    /// The invitation has expired, by the inviter's clock.
    EXPIRED(2),
    /// Another device has used it, or was first to ask.
    ALREADY_USED(3),
    /// A manager said no.
    REFUSED(4),
    /// A key that its sender does not possess, or no key at all.
    BAD_KEYS(5),
    /// A name that is empty, too long or not plain text.
    BAD_NAME(6),
    /// A message that makes no sense here, or that was changed on its way.
    BAD_MESSAGE(7),
    /// The other side speaks another version.
    OTHER_VERSION(8),
    /// Whoever answered is not the inviter.
    WRONG_INVITER(9);

    private final int code;

    JoinRefusal(int code) {
        this.code = code;
    }

    /// The reason's number on the wire.
    public int code() {
        return code;
    }

    /// The reason of a number; [#BAD_MESSAGE] for those to come.
    public static JoinRefusal of(int code) {
        for (JoinRefusal reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        return BAD_MESSAGE;
    }
}
