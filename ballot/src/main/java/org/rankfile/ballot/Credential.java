// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.group.Base58;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.proof.Knowledge;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.crypto.Hash;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The private credential of a voter in one election, in the text form of Belenios 3: 22 characters
/// of Base58 (128 bits) that can be kept on paper. Never prints.
public final class Credential {
    /// How many characters of Base58 the text form has, hyphens apart.
    public static final int CHARS = 22;

    private static final Pattern FORM =
            Pattern.compile("B{5}-B{6}-B{5}-B{6}".replace("B", Base58.ONE));

    private final String text;
    private final Scalar secret;
    private final Element key;

    private Credential(String text, Scalar secret, Element key) {
        this.text = text;
        this.secret = secret;
        this.key = key;
    }

    /// A new credential.
    public static Credential draw(Group group, String uuid, RandomGenerator random) {
        return of(group, uuid, inGroups(Base58.draw(CHARS, random)));
    }

    /// The text form of 22 characters of Base58.
    ///
    /// @throws IllegalArgumentException for another number of characters
    public static String inGroups(String characters) {
        if (characters.length() != CHARS) {
            throw new IllegalArgumentException("a credential has 22 characters");
        }
        return String.join(
                "-",
                characters.substring(0, 5),
                characters.substring(5, 11),
                characters.substring(11, 16),
                characters.substring(16));
    }

    /// The credential that a text stands for (specification of Belenios 3, "Credentials").
    ///
    /// @throws IllegalArgumentException for another form
    public static Credential of(Group group, String uuid, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a credential has the form 5-6-5-6 of Base58");
        }
        String prefix = "derive_credential|" + uuid + "|";
        String digits = hex(prefix + "0|" + text) + hex(prefix + "1|" + text);
        return ofSecret(group, text, group.scalar(new BigInteger(digits, 16)));
    }

    /// The credential of a secret that was derived elsewhere.
    static Credential ofSecret(Group group, String text, Scalar secret) {
        return new Credential(text, secret, group.power(secret));
    }

    private static String hex(String text) {
        return Hash.sha256Plain(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// The text, to be kept where only the voter finds it.
    public String exposeText() {
        return text;
    }

    /// The public credential: what the list of voters has instead of a name.
    public Element key() {
        return key;
    }

    Scalar secret() {
        return secret;
    }

    /// Signs: a proof of knowing the secret, bound to the prefix, which has to begin with a label
    /// of its own.
    public Proof prove(Group group, String prefix, RandomGenerator random) {
        return Knowledge.prove(group, prefix, secret, random);
    }

    @Override
    public String toString() {
        return "Credential";
    }
}
