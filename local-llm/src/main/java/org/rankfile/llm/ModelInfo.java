// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

/// Which weights read a text: a name and the SHA-256 of the model file in lower-case hex.
public record ModelInfo(String name, String sha256) {}
