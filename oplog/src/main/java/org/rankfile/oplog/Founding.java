// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// What a founder chooses.
///
/// @param localName what the local is called: 1 to 80 characters
/// @param personName what the founder is called: 1 to 80 characters
public record Founding(String localName, String personName) {
    private static final int CHARS = 80;

    public Founding {
        if (!isName(localName) || !isName(personName)) {
            throw new IllegalArgumentException("names have 1 to 80 characters");
        }
    }

    /// Whether this can be a name: 1 to 80 characters, not blank, nothing that moves a cursor.
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= CHARS
                && name.strip().equals(name)
                && name.codePoints().noneMatch(Founding::isControl);
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
