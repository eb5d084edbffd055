// SPDX-License-Identifier: GPL-3.0-or-later

/// What a strike ballot needs in order to pass, as a document that is hashed before the ballot
/// opens, and what it says of the figures afterwards: docs/spec/rules.md. Pure and exact: whole
/// numbers and fractions, no clock, no I/O, any thread.
package org.rankfile.domain.vote.rule;
