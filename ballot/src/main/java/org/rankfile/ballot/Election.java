// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.group.Base58;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.json.QuestionJson;
import org.rankfile.ballot.proof.PublicKey;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is asked, in which group and under which key (`election.json` of Belenios 1). Every ballot
/// is bound to its exact bytes. Immutable; safe from any thread.
public final class Election {
    private static final int VERSION = 1;
    private static final Pattern UUID = Pattern.compile(Base58.ONE + "{14,64}");

    private final Terms terms;
    private final PublicKey key;
    private final byte[] bytes;
    private final String fingerprint;

    private Election(Terms terms, PublicKey key, byte[] bytes) {
        this.terms = terms;
        this.key = key;
        this.bytes = bytes;
        fingerprint = Fingerprint.of(bytes);
    }

    /// What is decided before there is a key.
    ///
    /// @param name its title
    /// @param description what voters are told; ours ends in the hash of the rules
    /// @param questions at least one
    /// @param uuid 14 to 64 characters of Base58
    /// @param administrator who opened it, as Belenios names them; may be missing
    /// @param credentialAuthority who lists the voters, likewise
    public record Terms(
            String name,
            String description,
            List<Question> questions,
            String uuid,
            Optional<String> administrator,
            Optional<String> credentialAuthority) {
        public Terms {
            questions = List.copyOf(questions);
            if (questions.isEmpty() || questions.size() > Limits.QUESTIONS) {
                throw new IllegalArgumentException("an election has 1 to 100 questions");
            }
            if (!isUuid(uuid)) {
                throw new IllegalArgumentException("a uuid has 14 to 64 characters of Base58");
            }
        }
    }

    /// A new election.
    public static Election of(Terms terms, Group group, Element key) {
        ObjectNode json = CanonicalJson.object().put("version", VERSION);
        json.put("description", terms.description()).put("name", terms.name());
        json.put("group", group.name()).put("public_key", key.toString());
        ArrayNode questions = json.putArray("questions");
        terms.questions().forEach(question -> questions.add(QuestionJson.of(question)));
        json.put("uuid", terms.uuid());
        terms.administrator().ifPresent(who -> json.put("administrator", who));
        terms.credentialAuthority().ifPresent(who -> json.put("credential_authority", who));
        return new Election(terms, new PublicKey(group, key), CanonicalJson.bytes(json));
    }

    /// Reads an election, and keeps its bytes as they are. Fields of later versions of Belenios are
    /// passed over: they are bound by the fingerprint and change nothing here.
    ///
    /// @throws Malformed for what is none, an unknown version, group or kind of question, and a key
    ///   that is not of the group
    public static Election read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes);
        json.field("version").number(VERSION, VERSION);
        JsonValue named = json.field("group");
        Optional<Group> group = Groups.named(named.text());
        if (group.isEmpty()) {
            throw named.wrong("an unknown group");
        }
        JsonValue key = json.field("public_key");
        if (!group.get().contains(key.element())) {
            throw key.wrong("not an element of the group");
        }
        Terms terms = terms(json);
        return new Election(terms, new PublicKey(group.get(), key.element()), bytes.clone());
    }

    /// Whether a text has the form of a uuid: 14 to 64 characters of Base58.
    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    private static Terms terms(JsonValue json) throws Malformed {
        List<Question> questions =
                json.field("questions").list(Limits.QUESTIONS, QuestionJson::read);
        JsonValue uuid = json.field("uuid");
        if (questions.isEmpty()) {
            throw json.field("questions").wrong("empty");
        }
        if (!isUuid(uuid.text())) {
            throw uuid.wrong("not 14 to 64 characters of Base58");
        }
        return new Terms(
                json.field("name").text(),
                json.field("description").text(),
                questions,
                uuid.text(),
                text(json.optional("administrator")),
                text(json.optional("credential_authority")));
    }

    private static Optional<String> text(Optional<JsonValue> value) throws Malformed {
        return value.isEmpty() ? Optional.empty() : Optional.of(value.get().text());
    }

    /// What was decided.
    public Terms terms() {
        return terms;
    }

    /// The questions.
    public List<Question> questions() {
        return terms.questions();
    }

    /// Its name among elections.
    public String uuid() {
        return terms.uuid();
    }

    /// The group.
    public Group group() {
        return key.group();
    }

    /// What ballots are encrypted with.
    public PublicKey key() {
        return key;
    }

    /// A copy of the exact bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The fingerprint of the bytes: φ, which binds ballots and decryptions to this election.
    public String fingerprint() {
        return fingerprint;
    }
}
