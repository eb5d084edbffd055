// SPDX-License-Identifier: GPL-3.0-or-later
/// How a device joins with an invitation: state machines of both sides, message in, messages out
/// (docs/spec/join.md).
package org.rankfile.oplog.join;
