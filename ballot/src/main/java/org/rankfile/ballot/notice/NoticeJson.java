// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.notice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.json.QuestionJson;
import org.rankfile.crypto.VerifyKey;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Notices as JSON.
final class NoticeJson {
    private static final int VERSION = 1;

    private NoticeJson() {}

    static byte[] bytes(Notice notice) {
        ObjectNode json = CanonicalJson.object().put("notice", VERSION);
        json.put("title", notice.title()).put("description", notice.description());
        ArrayNode questions = json.putArray("questions");
        notice.questions().forEach(question -> questions.add(QuestionJson.of(question)));
        json.put("rules", notice.rules().hex());
        json.put("roster", notice.roster().hex()).put("entitled", notice.entitled());
        json.put("convenor", hex(notice.officers().convenor()));
        keys(json.putArray("registrars"), notice.officers().registrars());
        keys(json.putArray("tellers"), notice.officers().tellers());
        json.put("threshold", notice.officers().threshold());
        keys(json.putArray("witnesses"), notice.officers().witnesses());
        json.put("opens", notice.times().opens()).put("closes", notice.times().closes());
        json.put("grace", notice.times().grace()).put("rehearsal", notice.rehearsal());
        return CanonicalJson.bytes(json);
    }

    private static void keys(ArrayNode array, List<VerifyKey> keys) {
        keys.forEach(key -> array.add(hex(key)));
    }

    private static String hex(VerifyKey key) {
        return HexFormat.of().formatHex(key.bytes());
    }

    static Notice read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes);
        json.field("notice").number(VERSION, VERSION);
        List<Question> questions =
                json.field("questions").list(Limits.QUESTIONS, QuestionJson::read);
        try {
            Notice notice =
                    new Notice(
                            json.field("title").text(),
                            json.field("description").text(),
                            questions,
                            json.field("rules").hash(),
                            json.field("roster").hash(),
                            json.field("entitled").number(1, Limits.CREDENTIALS),
                            officers(json),
                            new Times(
                                    json.field("opens").count(),
                                    json.field("closes").count(),
                                    json.field("grace").count()),
                            json.field("rehearsal").bool());
            return CanonicalJson.inOneForm(notice, Notice::bytes, bytes);
        } catch (IllegalArgumentException cannotBe) {
            throw json.wrong("a notice that cannot be: " + cannotBe.getMessage());
        }
    }

    private static Officers officers(JsonValue json) throws Malformed {
        return new Officers(
                key(json.field("convenor")),
                json.field("registrars").list(Limits.REGISTRARS, NoticeJson::key),
                json.field("tellers").list(Limits.TELLERS, NoticeJson::key),
                json.field("threshold").number(1, Limits.TELLERS),
                json.field("witnesses").list(Limits.WITNESSES, NoticeJson::key));
    }

    private static VerifyKey key(JsonValue json) throws Malformed {
        Optional<VerifyKey> key = VerifyKey.of(json.hash().bytes());
        if (key.isEmpty()) {
            throw json.wrong("not a key");
        }
        return key.get();
    }
}
