// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

/// A text that is not what it should be. The place and the reason are in words of the format, never
/// of the text.
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    /// @param place as a path: `answers[0].choices[1].alpha`; empty for the whole
    /// @param reason half a sentence
    public Malformed(String place, String reason) {
        super(place.isEmpty() ? reason : place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    /// Where in the text, as a path; empty for the whole.
    public String place() {
        return place;
    }

    /// What is wrong, of a flaw that somebody found.
    ///
    /// @param flaw the reason, after the place and a colon if it has one
    public static Malformed of(String flaw) {
        int colon = flaw.indexOf(": ");
        return colon < 0
                ? new Malformed("", flaw)
                : new Malformed(flaw.substring(0, colon), flaw.substring(colon + 2));
    }

    /// The same within something larger.
    ///
    /// @param larger its place
    public Malformed within(String larger) {
        String dot = place.isEmpty() || place.startsWith("[") ? "" : ".";
        return new Malformed(larger + dot + place, reason);
    }

    /// Half a sentence.
    public String reason() {
        return reason;
    }
}
