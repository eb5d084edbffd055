// SPDX-License-Identifier: GPL-3.0-or-later

/// The façade: a text in, a summary of exact quotations or a reasoned refusal out. Specified in
/// `docs/spec/summary.md`.
package org.rankfile.llm;
