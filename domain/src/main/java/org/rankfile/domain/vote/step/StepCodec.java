// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import static org.rankfile.domain.vote.step.StepFields.base64;
import static org.rankfile.domain.vote.step.StepFields.hex;
import static org.rankfile.domain.vote.step.StepFields.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.QuestionJson;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.ballot.witness.WitnessJson;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.domain.record.RecordIds;
import org.rankfile.oplog.PersonId;

import java.util.List;

/// Steps as they are written (docs/spec/holding.md). [StepReader] reads them.
public final class StepCodec {
    private static final Label ID = new Label("rankfile/ballot-id/1");
    private static final Label ROSTER = new Label("rankfile/ballot-roster/1");

    private StepCodec() {}

    /// A step as it is written.
    ///
    /// @param name the word for its kind
    public record Written(String name, byte[] bytes) {}

    /// The id of a ballot: the hash of who calls it and of what they call for, so that nobody else
    /// can call another by the same id.
    public static String id(PersonId convenor, byte[] call) {
        byte[] hash = Hash.sha256(ID, convenor.hash().bytes(), call).bytes();
        return RecordIds.text(hash);
    }

    /// Writes a step.
    public static Written write(Step step) {
        return switch (step) {
            case Step.Call call -> json("call", call(call.form()));
            case Step.Accept accept -> json("accept", accept(accept));
            case Step.Promise promise ->
                    json("promise", CanonicalJson.object().put("promise", promise.promise().hex()));
            case Step.Reveal reveal -> new Written("reveal", reveal.contribution().bytes());
            case Step.Share share -> new Written("share", share.key().bytes());
            case Step.Fault fault -> json("fault", fault(fault));
            case Step.Announce announce -> json("announce", announce(announce));
            case Step.Agree agree ->
                    json(
                            "agree",
                            CanonicalJson.object()
                                    .put("uuid", agree.uuid())
                                    .put("notice", hex(agree.notice()))
                                    .put("election", hex(agree.election())));
            case Step.Withdraw _ -> json("withdraw", CanonicalJson.object());
            case Step.Enrol enrol -> json("enrol", enrol(enrol));
            case Step.Enrolled enrolled -> json("enrolled", enrolled(enrolled));
            case Step.Cosign cosign ->
                    json(
                            "cosign",
                            CanonicalJson.object()
                                    .put("version", cosign.version())
                                    .put("signature", hex(cosign.signature())));
            case Step.Cell cell -> json("cell", cell(cell));
            case Step.Receipts receipts ->
                    new Written("receipts", WitnessJson.receipts(receipts.receipts()));
            case Step.End end -> new Written("end", WitnessJson.head(end.head()));
            case Step.Seen seen -> new Written("seen", WitnessJson.head(seen.head()));
            case Step.Contents contents -> json("contents", contents(contents));
            case Step.Closing closing -> new Written("closing", closing.message().bytes());
            case Step.Part part ->
                    json(
                            "part",
                            CanonicalJson.object()
                                    .put("root", part.root().hex())
                                    .put("part", text(part.part().bytes())));
            case Step.Paper paper -> json("paper", paper(paper.form()));
            case Step.CountSealed sealed ->
                    json(
                            "count-sealed",
                            CanonicalJson.object()
                                    .put("round", sealed.round())
                                    .put("sealed", sealed.sealed().hex()));
            case Step.CountShown shown -> json("count-shown", shown(shown));
            case Step.Destroyed _ -> json("destroyed", CanonicalJson.object());
        };
    }

    private static Written json(String name, ObjectNode json) {
        return new Written(name, CanonicalJson.bytes(json));
    }

    private static ObjectNode enrol(Step.Enrol enrol) {
        ObjectNode json = CanonicalJson.object();
        StepFields.letters(json.putArray("letters"), enrol.letters());
        return json;
    }

    private static ObjectNode fault(Step.Fault fault) {
        ObjectNode json = CanonicalJson.object().put("culprit", fault.culprit());
        fault.opened().ifPresent(opened -> json.set("opened", opened.json()));
        return json;
    }

    private static ObjectNode cell(Step.Cell cell) {
        ObjectNode json = CanonicalJson.object();
        json.put("window", cell.window()).put("witness", cell.witness());
        json.set("letter", StepFields.of(cell.letter()));
        return json;
    }

    private static ObjectNode contents(Step.Contents contents) {
        ObjectNode json = CanonicalJson.object().put("roll", contents.roll());
        ArrayNode ids = json.putArray("envelopes");
        contents.envelopes().forEach(id -> ids.add(id.hex()));
        return json;
    }

    private static ObjectNode shown(Step.CountShown shown) {
        ObjectNode json = CanonicalJson.object().put("round", shown.round());
        json.put("salt", shown.salt().hex());
        json.set("figures", shown.figures().json());
        return json;
    }

    private static ObjectNode call(CallForm form) {
        ObjectNode json = CanonicalJson.object().put("call", 1).put("title", form.title());
        json.put("description", form.description());
        ArrayNode questions = json.putArray("questions");
        form.questions().forEach(question -> questions.add(QuestionJson.of(question)));
        json.put("rules", form.rules()).put("rehearsal", form.rehearsal());
        StepFields.people(json.putArray("registrars"), form.officers().registrars());
        StepFields.people(json.putArray("tellers"), form.officers().tellers());
        json.put("threshold", form.officers().threshold());
        StepFields.people(json.putArray("witnesses"), form.officers().witnesses());
        StepFields.members(json.putArray("cards"), form.cards());
        return json;
    }

    private static ObjectNode paper(PaperForm form) {
        ObjectNode json = CanonicalJson.object().put("paper", 1).put("title", form.title());
        ArrayNode questions = json.putArray("questions");
        form.questions().forEach(question -> questions.add(QuestionJson.of(question)));
        json.put("rules", form.rules()).put("rehearsal", form.rehearsal());
        json.set("entitled", CanonicalJson.number(form.entitled()));
        StepFields.people(json.putArray("tellers"), form.tellers());
        return json;
    }

    private static ObjectNode accept(Step.Accept accept) {
        ObjectNode json = CanonicalJson.object().put("office", hex(accept.office()));
        json.put("letters", base64(accept.letters().bytes()));
        accept.certificate()
                .ifPresent(certificate -> json.put("certificate", text(certificate.bytes())));
        return json;
    }

    private static ObjectNode announce(Step.Announce announce) {
        ObjectNode json = CanonicalJson.object().put("notice", text(announce.notice().bytes()));
        StepFields.members(json.putArray("roster"), announce.roster());
        return json.put("signature", hex(announce.signature()));
    }

    private static ObjectNode enrolled(Step.Enrolled enrolled) {
        ObjectNode json = CanonicalJson.object();
        json.put("statement", text(enrolled.statement().bytes()));
        json.put("credentials", text(enrolled.credentials().bytes()));
        json.put("signature", hex(enrolled.signature()));
        StepFields.letters(json.putArray("openings"), enrolled.openings());
        ArrayNode entries = json.putArray("entries");
        enrolled.entries().forEach(entry -> entries.add(StepFields.of(entry)));
        return json;
    }

    /// What a notice calls a roster by: a hash of everybody's id and key, in their order.
    public static Hash roster(List<Roster.Member> members) {
        ArrayNode array = CanonicalJson.array();
        StepFields.members(array, members);
        return Hash.sha256(ROSTER, CanonicalJson.bytes(array));
    }
}
