// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

/// Why a session ended. The numbers are part of the wire format (SYN-40).
public enum SyncFailure {
    /// A frame that is no canonical encoding of anything.
    MALFORMED_FRAME(1),
    /// A frame or op above its limit.
    TOO_LARGE(2),
    /// The peer speaks another version.
    OTHER_VERSION(3),
    /// A frame that has no place at this point.
    UNEXPECTED_FRAME(4),
    /// The greeting repeats our own tokens.
    ECHOED_TOKEN(5),
    /// Ranges that go back, overlap or are too many.
    BAD_RANGES(6),
    /// A pass that does not come to an end.
    TOO_MANY_ROUNDS(7),
    /// More asked for or offered than there can be.
    EXCESSIVE(8),
    /// More op bytes than credit was given.
    CREDIT_EXCEEDED(9),
    /// An op that was neither wanted nor new.
    UNASKED_OP(10),
    /// Bytes that are no op of the circle.
    BAD_OP(11),
    /// Differences remain although nothing moves.
    STALLED(12),
    /// The far end gave up; its reason was not one we know.
    PEER_FAILED(13);

    private final int code;

    SyncFailure(int code) {
        this.code = code;
    }

    /// The reason's number on the wire.
    int code() {
        return code;
    }

    /// The reason of a number; [#PEER_FAILED] for those to come.
    static SyncFailure of(int code) {
        for (SyncFailure reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        return PEER_FAILED;
    }
}
