// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// One op in its device's chain of content: the device and its sequence number, from 1.
public record Dot(DeviceId device, long seq) {}
