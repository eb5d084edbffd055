// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.group.Base58;
import org.rankfile.ballot.group.Group;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The paper of a member without a device: a secret in six groups of five letters and digits, from
/// which any laptop makes the member's key and credentials, and keeps nothing. Whoever has the text
/// can enrol and vote with it, the one who printed it as well. Never prints. Immutable.
public final class PollCard {
    /// Crockford's: no I, L, O or U.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP_CHARS = 5;
    private static final int SECRET_CHARS = 26;
    private static final int CHECK_CHARS = 4;
    private static final int CHARS = SECRET_CHARS + CHECK_CHARS;
    private static final int MOST_TYPED = 100;
    private static final int BITS_PER_CHAR = 5;

    private static final Label CHECK = new Label("rankfile/poll-card-check/1");
    private static final Label IDENTITY = new Label("rankfile/poll-card-identity/1");
    private static final Label MEMBER = new Label("rankfile/poll-card-member/1");
    private static final Label CREDENTIAL = new Label("rankfile/poll-card-credential/1");

    /// 26 characters of the alphabet.
    private final String secret;

    private PollCard(String secret) {
        this.secret = secret;
    }

    /// A new card, of 130 bits.
    ///
    /// @param random has to be of a kind fit for secrets
    public static PollCard draw(RandomGenerator random) {
        StringBuilder secret = new StringBuilder(SECRET_CHARS);
        for (int i = 0; i < SECRET_CHARS; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PollCard(secret.toString());
    }

    /// Reads what somebody typed from a card: in upper or lower case, with the letter O for a zero
    /// and I or L for a one, and with spaces and hyphens anywhere or nowhere.
    ///
    /// @return empty for what is no card; of a million typing errors one is not noticed
    public static Optional<PollCard> read(String typed) {
        if (typed.length() > MOST_TYPED) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(CHARS);
        for (int i = 0; i < typed.length(); i++) {
            char meant = meant(typed.charAt(i));
            if (ALPHABET.indexOf(meant) >= 0) {
                text.append(meant);
            } else if (meant != '-' && !Character.isWhitespace(meant)) {
                return Optional.empty();
            }
        }
        if (text.length() != CHARS) {
            return Optional.empty();
        }
        String secret = text.substring(0, SECRET_CHARS);
        return check(secret).equals(text.substring(SECRET_CHARS))
                ? Optional.of(new PollCard(secret))
                : Optional.empty();
    }

    private static char meant(char typed) {
        char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }

    /// The first 20 bits of a hash.
    private static String check(String secret) {
        byte[] hash = Hash.sha256(CHECK, ascii(secret)).bytes();
        int bits = (hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | (hash[2] & 0xff);
        StringBuilder check = new StringBuilder(CHECK_CHARS);
        for (int i = 0; i < CHECK_CHARS; i++) {
            int shift = 3 * Byte.SIZE - (i + 1) * BITS_PER_CHAR;
            check.append(ALPHABET.charAt(bits >> shift & ALPHABET.length() - 1));
        }
        return check.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The text to be printed, in groups: for the card alone.
    public String exposeText() {
        String text = secret + check(secret);
        StringBuilder groups = new StringBuilder();
        for (int at = 0; at < CHARS; at += GROUP_CHARS) {
            groups.append(groups.isEmpty() ? "" : "-").append(text, at, at + GROUP_CHARS);
        }
        return groups.toString();
    }

    /// The member's key, whose public half the roster has. The caller closes it.
    public SigningKey identity() {
        try (Secret seed = derive(IDENTITY, "")) {
            return SigningKey.fromSeed(seed);
        }
    }

    /// The member's id in the roster.
    public Hash member() {
        try (SigningKey identity = identity()) {
            return Hash.sha256(MEMBER, identity.verifyKey().bytes());
        }
    }

    /// The credential with which the card votes in an election, the same wherever it is read.
    ///
    /// @throws IllegalArgumentException for what is no uuid
    public Credential credential(Group group, String uuid) {
        if (!Election.isUuid(uuid)) {
            throw new IllegalArgumentException("a uuid has 14 to 64 characters of Base58");
        }
        try (Secret derived = derive(CREDENTIAL, uuid)) {
            String digits = Base58.text(derived.expose());
            String last = digits.substring(digits.length() - Credential.CHARS);
            return Credential.of(group, uuid, Credential.inGroups(last));
        }
    }

    private Secret derive(Label label, String context) {
        try (Secret input = Secret.copyOf(ascii(secret))) {
            return Kdf.hkdfSha256(input, new byte[0], label, ascii(context), Hash.BYTES);
        }
    }

    @Override
    public String toString() {
        return "PollCard";
    }
}
