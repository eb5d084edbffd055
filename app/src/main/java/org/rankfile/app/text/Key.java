// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.text;

/// Names a text of the interface: the constant `HOME_PAGE` of an enum `ShellText` is
/// `ShellText.HOME_PAGE` in the message files. Implemented by enums only.
public interface Key {
    /// The constant's name.
    String name();

    /// What it is called in the message files.
    default String id() {
        return getClass().getSimpleName() + "." + name();
    }
}
