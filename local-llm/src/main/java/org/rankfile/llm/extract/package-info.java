// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that needs no model runtime: sentences, language, cue words, roles, categories,
/// selection. Pure functions over text and vectors, safe from any thread.
package org.rankfile.llm.extract;
