// SPDX-License-Identifier: GPL-3.0-or-later

/// Canonical bytes of an op and back: strict, bounded, one encoding (docs/spec/op.md).
package org.rankfile.oplog.codec;
