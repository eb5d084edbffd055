// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

/// A text that is not what it should be. The place and the reason are in words of the format, never
/// of the text.
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;

    /// @param place as a path: `answers[0].choices[1].alpha`; empty for the whole
    /// @param reason half a sentence
    public Malformed(String place, String reason) {
        super(place.isEmpty() ? reason : place + ": " + reason);
        this.place = place;
    }

    /// Where in the text, as a path; empty for the whole.
    public String place() {
        return place;
    }
}
