// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Label;

import java.util.List;

/// What the log itself signs with a device's key (OP-27). Every such label is here, so that nobody
/// can have an op signed who asks for another statement.
public final class DeviceLabels {
    /// Ops (OP-8).
    public static final Label OP = new Label("rankfile/op-sig/1");

    /// The keys of a device (JOIN-9).
    public static final Label KEYS = new Label("rankfile/device-keys/1");

    /// Whole families: with the labels above, what later versions may sign.
    private static final List<String> FAMILIES =
            List.of(
                    "rankfile/op/",
                    "rankfile/op-",
                    "rankfile/device-",
                    "rankfile/join-",
                    "rankfile/introduction",
                    "rankfile/invitation");

    private DeviceLabels() {}

    /// Whether a label is the log's, to sign with or to come.
    public static boolean areOwn(Label label) {
        return FAMILIES.stream().anyMatch(label.text()::startsWith);
    }
}
