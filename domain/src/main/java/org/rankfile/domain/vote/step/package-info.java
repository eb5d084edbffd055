// SPDX-License-Identifier: GPL-3.0-or-later

/// What is said of a ballot in the hall, step by step (docs/spec/holding.md), and how it is
/// written.
package org.rankfile.domain.vote.step;
