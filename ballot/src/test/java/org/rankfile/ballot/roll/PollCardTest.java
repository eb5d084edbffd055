// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.testkit.SeededRandom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A card of paper, and the laptops that it is read on.
class PollCardTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SeededRandom random = new SeededRandom(31);
    private final PollCard card = PollCard.draw(random);
    private final String text = card.exposeText();

    private static PollCard read(String typed) {
        return PollCard.read(typed).orElseThrow();
    }

    private static VerifyKey key(PollCard card) {
        try (SigningKey identity = card.identity()) {
            return identity.verifyKey();
        }
    }

    @Test
    @DisplayName("CARD-1: a card is read however people type it")
    void aCardIsReadHoweverPeopleTypeIt() {
        assertThat(text).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}");
        String closed = text.replace("-", "");
        for (String typed :
                List.of(
                        text,
                        closed,
                        text.toLowerCase(Locale.ROOT),
                        " " + text.replace('-', ' ') + "\n",
                        text.replace('0', 'O').replace('1', 'I'),
                        text.replace('0', 'o').replace('1', 'l'))) {
            assertThat(read(typed).exposeText()).as(typed).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("CARD-2: a wrong, missing or exchanged character is noticed")
    void aWrongMissingOrExchangedCharacterIsNoticed() {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '-') {
                continue;
            }
            for (int i = 0; i < ALPHABET.length(); i++) {
                char other = ALPHABET.charAt(i);
                String wrong = text.substring(0, at) + other + text.substring(at + 1);
                assertThat(PollCard.read(wrong).isPresent()).isEqualTo(wrong.equals(text));
            }
            assertThat(PollCard.read(text.substring(0, at) + text.substring(at + 1))).isEmpty();
            assertThat(PollCard.read(text.substring(0, at) + "7" + text.substring(at))).isEmpty();
        }
        String closed = text.replace("-", "");
        for (int at = 1; at < closed.length(); at++) {
            char[] exchanged = closed.toCharArray();
            exchanged[at] = closed.charAt(at - 1);
            exchanged[at - 1] = closed.charAt(at);
            String wrong = new String(exchanged);
            assertThat(PollCard.read(wrong).isPresent()).isEqualTo(wrong.equals(closed));
        }
    }

    @Test
    void whatIsNoCardIsNotRead() {
        for (String other :
                List.of(
                        "",
                        "-",
                        "U" + text.substring(1),
                        text + " ".repeat(100),
                        "\u0661" + text)) {
            assertThat(PollCard.read(other)).isEmpty();
        }
        SeededRandom fuzz = new SeededRandom(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int left = 28 + fuzz.nextInt(4); left > 0; left--) {
                typed.append((char) (fuzz.nextInt(20) == 0 ? fuzz.nextInt(0x10000) : 'A'));
            }
            assertThat(PollCard.read(typed.toString())).isEmpty();
        }
    }

    @Test
    @DisplayName("CARD-3: any laptop has the same key, member and credential from a card")
    void anyLaptopHasTheSameFromACard() {
        PollCard elsewhere = read(text);
        assertThat(key(elsewhere)).isEqualTo(key(card));
        assertThat(elsewhere.member()).isEqualTo(card.member());
        Credential credential = card.credential(Branch.GROUP, Branch.UUID);
        Credential again = elsewhere.credential(Branch.GROUP, Branch.UUID);
        assertThat(again.exposeText()).isEqualTo(credential.exposeText());
        assertThat(again.key()).isEqualTo(credential.key());
        assertThat(card.credential(Branch.GROUP, Branch.OTHER_UUID).exposeText())
                .isNotEqualTo(credential.exposeText());
        PollCard other = PollCard.draw(random);
        assertThat(other.member()).isNotEqualTo(card.member());
        assertThat(other.credential(Branch.GROUP, Branch.UUID).key())
                .isNotEqualTo(credential.key());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> card.credential(Branch.GROUP, "no uuid"));
    }

    @Test
    @DisplayName("CARD-4: a card enrols like a device, on two laptops for one vote")
    void aCardEnrolsLikeADevice() {
        Roster roster =
                new Roster(
                        Branch.UUID,
                        Branch.GROUP,
                        List.of(new Roster.Member(card.member(), key(card))));
        Enrolment one = enrol(card);
        Enrolment other = enrol(read(text));
        assertThat(one.hash()).isNotEqualTo(other.hash());
        Enrolled enrolled = Enrolled.of(roster, List.of(one, other));
        assertThat(enrolled.standing()).containsOnlyKeys(card.member());
        assertThat(enrolled.refused()).isEmpty();
        assertThat(enrolled.credentials().size()).isOne();
        assertThat(enrolled.credentials().weight(one.credential())).isOne();
    }

    private Enrolment enrol(PollCard from) {
        try (SigningKey identity = from.identity()) {
            return Enrolment.sign(
                    Branch.GROUP,
                    new Enrolment.Place(Branch.UUID, from.member(), 0),
                    from.credential(Branch.GROUP, Branch.UUID),
                    identity,
                    random);
        }
    }

    @Test
    void aCardDoesNotPrint() {
        assertThat(card).hasToString("PollCard");
    }

    /// For other implementations; written with `-Drankfile.vectors=write`.
    @Test
    void theVectorsAreWhatThisSeedMakes() throws Exception {
        Path file =
                Path.of(System.getProperty("rankfile.root"), "docs/spec/vectors/poll-cards.json");
        if ("write".equals(System.getProperty("rankfile.vectors"))) {
            Files.write(file, vectors());
        }
        assertThat(file).hasBinaryContent(vectors());
        JsonValue json = CanonicalJson.readCanonical(Files.readAllBytes(file));
        for (JsonValue each : json.field("refused").items(100)) {
            assertThat(PollCard.read(each.text())).isEmpty();
        }
    }

    private byte[] vectors() {
        ObjectNode json = CanonicalJson.object();
        ArrayNode cards = json.putArray("cards");
        ArrayNode refused = json.putArray("refused");
        SeededRandom seeded = new SeededRandom(77);
        for (int i = 0; i < 3; i++) {
            PollCard each = PollCard.draw(seeded);
            Credential credential = each.credential(Branch.GROUP, Branch.UUID);
            cards.addObject()
                    .put("text", each.exposeText())
                    .put("identity", HexFormat.of().formatHex(key(each).bytes()))
                    .put("member", each.member().hex())
                    .put("uuid", Branch.UUID)
                    .put("credential", credential.exposeText())
                    .put("key", credential.key().toString());
            refused.add(each.exposeText().substring(1));
            refused.add(each.exposeText() + "0");
            refused.add(
                    (each.exposeText().charAt(0) == '7' ? "8" : "7")
                            + each.exposeText().substring(1));
        }
        return CanonicalJson.bytes(json);
    }
}
