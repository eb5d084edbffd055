// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.ballot.proof.SameExponent;
import org.rankfile.ballot.proof.SameExponent.Claim;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What opens one letter for everybody, and proves that it is what the recipient's key makes of it
/// (`ballot.md`, BAL-16). It opens no letter that was encrypted with other randomness, and says
/// nothing else of the key.
///
/// @param letter the hash of the letter's text
/// @param power the letter's `alpha` to the key
/// @param proof that its exponent is that of the recipient's encryption key
public record OpenedLetter(Hash letter, Element power, Proof proof) {
    private static final Label LETTER = new Label("rankfile/ballot-letter/1");
    private static final String PROVED = "rankfile/ballot-letter-opened/1|";
    private static final Set<String> FIELDS = Set.of("letter", "power", "proof");

    static Hash hash(String letter) {
        return Hash.sha256(LETTER, letter.getBytes(StandardCharsets.UTF_8));
    }

    static String prefix(Hash letter) {
        return PROVED + letter.hex() + "|";
    }

    /// Whether it opens a letter with this `alpha` for who has the given encryption key; both have
    /// to be of the group.
    boolean holds(Group group, Element encryption, Element alpha) {
        return group.contains(power)
                && SameExponent.verify(
                        group, prefix(letter), new Claim(encryption, alpha, power), proof);
    }

    /// As it stands in a complaint.
    public ObjectNode json() {
        ObjectNode json = CanonicalJson.object();
        json.put("letter", letter.hex()).put("power", power.toString());
        return json.set("proof", CryptoJson.of(proof));
    }

    /// Reads what was opened. Whether it holds, [KeyRound#culprit] says.
    ///
    /// @throws Malformed for another form
    public static OpenedLetter read(JsonValue json) throws Malformed {
        json.only(FIELDS);
        return new OpenedLetter(
                json.field("letter").hash(),
                json.field("power").element(),
                CryptoJson.proof(json.field("proof")));
    }
}
