// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.closing.ClosingMessage;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.json.QuestionJson;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.roll.RollStatement;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.trustee.Certificate;
import org.rankfile.ballot.trustee.Contribution;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.ballot.trustee.OpenedLetter;
import org.rankfile.ballot.witness.WitnessJson;
import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.step.CallForm.Named;

import java.util.Arrays;
import java.util.Optional;

/// Reads steps that anybody in the hall may have written.
public final class StepReader {
    private StepReader() {}

    /// Reads a step.
    ///
    /// @param name the word for its kind
    /// @param election the fingerprint that receipts and heads are of; empty where it is not known
    ///   yet, and there they are not read
    /// @return empty for kinds of later versions, and for what is none, or not in its one form
    public static Optional<Step> read(String name, byte[] bytes, String election) {
        try {
            Optional<Step> step = step(name, bytes, election);
            return step.filter(each -> Arrays.equals(StepCodec.write(each).bytes(), bytes));
        } catch (Malformed | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Step> step(String name, byte[] bytes, String election)
            throws Malformed {
        Step step =
                switch (name) {
                    case "reveal" -> new Step.Reveal(Contribution.read(bytes));
                    case "share" -> new Step.Share(DecryptionKey.read(bytes));
                    case "closing" -> new Step.Closing(ClosingMessage.read(bytes));
                    case "receipts" -> new Step.Receipts(WitnessJson.readReceipts(bytes, election));
                    case "end" -> new Step.End(WitnessJson.readHead(bytes, election));
                    case "seen" -> new Step.Seen(WitnessJson.readHead(bytes, election));
                    default -> {
                        JsonValue json = CanonicalJson.read(bytes);
                        yield object(name, json).orElse(null);
                    }
                };
        return Optional.ofNullable(step);
    }

    private static Optional<Step> object(String name, JsonValue json) throws Malformed {
        return Optional.ofNullable(
                switch (name) {
                    case "call" -> new Step.Call(call(json));
                    case "accept" -> accept(json);
                    case "promise" -> new Step.Promise(json.field("promise").hash());
                    case "fault" -> fault(json);
                    case "announce" ->
                            new Step.Announce(
                                    Notice.read(StepFields.utf8(json.field("notice"))),
                                    StepFields.members(json.field("roster")),
                                    json.field("signature").signature());
                    case "agree" ->
                            new Step.Agree(
                                    json.field("uuid").text(),
                                    json.field("notice").signature(),
                                    json.field("election").signature());
                    case "withdraw" -> new Step.Withdraw();
                    case "enrol" ->
                            new Step.Enrol(
                                    json.field("letters")
                                            .list(Limits.OFFICERS, StepFields::letter));
                    case "enrolled" -> enrolled(json);
                    case "cosign" ->
                            new Step.Cosign(
                                    json.field("version").number(0, Limits.ROLL_VERSIONS - 1),
                                    json.field("signature").signature());
                    case "cell" ->
                            new Step.Cell(
                                    json.field("window").number(0, Limits.CELLS),
                                    json.field("witness").number(0, Limits.OFFICERS),
                                    StepFields.letter(json.field("letter")));
                    case "contents" ->
                            new Step.Contents(
                                    json.field("roll").number(0, Limits.ROLL_VERSIONS - 1),
                                    json.field("envelopes")
                                            .list(Limits.ENVELOPES, JsonValue::hash));
                    case "part" ->
                            new Step.Part(
                                    json.field("root").hash(),
                                    PartialDecryption.read(StepFields.utf8(json.field("part"))));
                    case "paper" -> new Step.Paper(paper(json));
                    case "count-sealed" ->
                            new Step.CountSealed(
                                    json.field("round").number(0, Limits.ROUNDS - 1),
                                    json.field("sealed").hash());
                    case "count-shown" ->
                            new Step.CountShown(
                                    json.field("round").number(0, Limits.ROUNDS - 1),
                                    json.field("salt").hash(),
                                    PaperFigures.read(json.field("figures")));
                    case "destroyed" -> new Step.Destroyed();
                    default -> null;
                });
    }

    private static CallForm call(JsonValue json) throws Malformed {
        json.field("call").number(1, 1);
        Named officers =
                new Named(
                        StepFields.people(json.field("registrars")),
                        StepFields.people(json.field("tellers")),
                        json.field("threshold").number(1, Limits.OFFICERS),
                        StepFields.people(json.field("witnesses")));
        return new CallForm(
                json.field("title").text(),
                json.field("description").text(),
                json.field("questions").list(Limits.QUESTIONS, QuestionJson::read),
                json.field("rules").text(),
                json.field("rehearsal").bool(),
                officers,
                StepFields.members(json.field("cards")));
    }

    private static PaperForm paper(JsonValue json) throws Malformed {
        json.field("paper").number(1, 1);
        return new PaperForm(
                json.field("title").text(),
                json.field("questions").list(Limits.QUESTIONS, QuestionJson::read),
                json.field("rules").text(),
                json.field("rehearsal").bool(),
                json.field("entitled").count(),
                StepFields.people(json.field("tellers")));
    }

    private static Step accept(JsonValue json) throws Malformed {
        JsonValue letters = json.field("letters");
        Optional<PreKeyPublic> key = PreKeyPublic.of(StepFields.base64(letters));
        if (key.isEmpty()) {
            throw letters.wrong("not a key");
        }
        Optional<JsonValue> certificate = json.optional("certificate");
        return new Step.Accept(
                StepFields.key(json.field("office")),
                key.get(),
                certificate.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Certificate.read(StepFields.utf8(certificate.get()))));
    }

    private static Step fault(JsonValue json) throws Malformed {
        Optional<JsonValue> opened = json.optional("opened");
        return new Step.Fault(
                json.field("culprit").number(1, Limits.OFFICERS),
                opened.isEmpty() ? Optional.empty() : Optional.of(OpenedLetter.read(opened.get())));
    }

    private static Step enrolled(JsonValue json) throws Malformed {
        return new Step.Enrolled(
                RollStatement.read(StepFields.utf8(json.field("statement"))),
                CredentialList.read(StepFields.utf8(json.field("credentials"))),
                json.field("signature").signature(),
                json.field("openings").list(Limits.OFFICERS, StepFields::letter),
                json.field("entries").list(Limits.ROSTER, StepFields::mail));
    }
}
