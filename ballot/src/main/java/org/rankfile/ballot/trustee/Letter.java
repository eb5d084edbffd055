// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Hash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Secret messages between trustees, signed inside and encrypted outside, as Belenios 3 writes them
/// (`send` of the specification). The older form, AES in CCM, is not read: it occurs in no archive.
final class Letter {
    private static final String ALGORITHM = "AES-GCM";
    private static final int TAG_BITS = 128;

    private final Group group;
    private final Element alpha;
    private final Element beta;
    private final byte[] data;

    private Letter(Group group, Element alpha, Element beta, byte[] data) {
        this.group = group;
        this.alpha = alpha;
        this.beta = beta;
        this.data = data;
    }

    /// The text of a letter that only the recipient can read.
    static String write(TrusteeKeys from, Element to, String message, RandomGenerator random) {
        Group group = from.group();
        String addressed =
                CanonicalJson.text(
                        CanonicalJson.object()
                                .put("recipient", to.toString())
                                .put("message", message));
        String signed =
                CanonicalJson.text(Signed.by(group, from.signing(), addressed, random).json());
        Scalar nonce = group.random(random);
        Element key = group.power(group.random(random));
        Element alpha = group.power(nonce);
        byte[] sealed =
                crypt(Cipher.ENCRYPT_MODE, key, alpha, signed.getBytes(StandardCharsets.UTF_8));
        ObjectNode json = CanonicalJson.object().put("algorithm", ALGORITHM);
        json.put("alpha", alpha.toString());
        json.put("beta", group.times(group.power(to, nonce), key).toString());
        json.put("data", HexFormat.of().formatHex(sealed));
        return CanonicalJson.text(json);
    }

    /// Reads a letter.
    ///
    /// @param by what the sender's messages are verified with
    /// @throws Malformed if it is none, is for somebody else, or by somebody else
    static String read(TrusteeKeys to, Element by, String letter, RandomGenerator random)
            throws Malformed {
        Letter parsed = parse(to.group(), letter);
        Element power = to.group().blindPower(parsed.alpha, to.decrypting(), random);
        return parsed.open(to.encryption(), by, power);
    }

    /// What everybody can see of a letter.
    ///
    /// @throws Malformed if it is none, whoever it is for
    static Letter parse(Group group, String letter) throws Malformed {
        JsonValue json = CanonicalJson.read(letter.getBytes(StandardCharsets.UTF_8));
        if (!json.field("algorithm").text().equals(ALGORITHM)) {
            throw json.wrong("an unknown cipher");
        }
        Element alpha = json.field("alpha").element();
        Element beta = json.field("beta").element();
        if (!group.contains(alpha) || !group.contains(beta)) {
            throw json.wrong("not elements of the group");
        }
        return new Letter(group, alpha, beta, bytes(json.field("data")));
    }

    Element alpha() {
        return alpha;
    }

    /// What the letter says.
    ///
    /// @param to what messages to its recipient are encrypted with
    /// @param by what the sender's messages are verified with
    /// @param power `alpha` to the recipient's key
    /// @throws Malformed if it does not open, is for somebody else, or by somebody else
    String open(Element to, Element by, Element power) throws Malformed {
        Signed signed = Signed.read(CanonicalJson.read(opened(group.over(beta, power))));
        if (!signed.isBy(group, by)) {
            throw new Malformed("", "not signed by its sender");
        }
        JsonValue addressed = CanonicalJson.read(signed.message().getBytes(StandardCharsets.UTF_8));
        if (!addressed.field("recipient").element().equals(to)) {
            throw addressed.wrong("for somebody else");
        }
        return addressed.field("message").text();
    }

    private static byte[] bytes(JsonValue hex) throws Malformed {
        try {
            return HexFormat.of().parseHex(hex.text());
        } catch (IllegalArgumentException notHex) {
            throw hex.wrong("not hexadecimal");
        }
    }

    private byte[] opened(Element key) throws Malformed {
        try {
            return crypt(Cipher.DECRYPT_MODE, key, alpha, data);
        } catch (IllegalStateException damaged) {
            throw new Malformed("data", "damaged, or for somebody else");
        }
    }

    /// @throws IllegalStateException for what does not decrypt
    private static byte[] crypt(int mode, Element key, Element alpha, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(hash("key|" + key), "AES"),
                    new GCMParameterSpec(TAG_BITS, hash("iv|" + alpha)));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the cipher failed", failed);
        }
    }

    private static byte[] hash(String text) {
        return Hash.sha256Plain(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
