// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import org.rankfile.app.text.Texts;

import java.util.function.Consumer;

/// What a screen of an open home works with.
///
/// @param say shows a short message that it worked
public record Workplace(Session session, Texts texts, FileChoice files, Consumer<String> say) {}
