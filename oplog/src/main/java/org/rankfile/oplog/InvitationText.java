// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import java.util.Locale;

/// The text form of an [Invitation] (JOIN-1 to JOIN-4): `rfinvite1` and base-32 letters, with a
/// checksum, so that a typing error is told from an invitation that has expired. Case and white
/// space do not matter. A file of an invitation holds this text and a line end.
public sealed interface InvitationText {

    /// Longest text that is looked at, in characters, white space included.
    int TEXT_CHARS = 8192;

    /// Read; whether it is still good is for the inviter to say.
    record Good(Invitation invitation) implements InvitationText {}

    /// Something else than an invitation.
    record NotAnInvitation() implements InvitationText {}

    /// An invitation with a typing error, or cut short.
    record Mistyped() implements InvitationText {}

    /// An invitation of a later version of this program.
    record TooNew() implements InvitationText {}

    /// Reads a text or the contents of a file; never throws.
    static InvitationText read(String text) {
        if (text.length() > TEXT_CHARS) {
            return new NotAnInvitation();
        }
        String word = text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        if (!word.startsWith(InvitationForm.MAGIC)
                || word.length() <= InvitationForm.MAGIC.length()) {
            return new NotAnInvitation();
        }
        if (word.charAt(InvitationForm.MAGIC.length()) != InvitationForm.VERSION) {
            boolean later = Character.isDigit(word.charAt(InvitationForm.MAGIC.length()));
            return later ? new TooNew() : new Mistyped();
        }
        return Base32.decode(word.substring(InvitationForm.MAGIC.length() + 1))
                .flatMap(InvitationForm::decode)
                .<InvitationText>map(Good::new)
                .orElseGet(Mistyped::new);
    }

    /// The canonical text form.
    static String write(Invitation invitation) {
        return InvitationForm.MAGIC
                + InvitationForm.VERSION
                + Base32.encode(InvitationForm.encode(invitation));
    }
}
