// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.cast.EnvelopeFile;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.domain.vote.BallotAnswer;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.Ballots;
import org.rankfile.domain.vote.CheckedTest;
import org.rankfile.domain.vote.Choices;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/// Verbs of voters, at their own laptop or at one that is shared.
final class BoothWork {
    private final Desk desk;

    BoothWork(Desk desk) {
        this.desk = desk;
    }

    void register(Map<String, Desk.Work> works) {
        works.put("ballot enrol", this::enrol);
        works.put("ballot prepare", this::prepare);
        works.put("ballot cast", this::cast);
        works.put("ballot test", this::test);
        works.put("ballot check-test", this::checkTest);
        works.put("ballot handover-out", _ -> handOut());
        works.put("ballot handover-in", this::handIn);
    }

    private Ballots ballots() {
        return desk.home().union().ballots();
    }

    private <T> T done(Future<BallotAnswer<T>> wanted) throws DeskRefused {
        return BallotWork.done(desk, wanted);
    }

    private ObjectNode enrol(Request request) throws DeskRefused {
        BallotView view =
                request.flag("again")
                        ? done(ballots().enrolAgain(request.text("id")))
                        : done(ballots().show(request.text("id")));
        return new BallotPicture(desk.home()).whole(view);
    }

    private Choices choices(Request request, BallotView view) throws DeskRefused {
        return Spoken.choices(request.texts("answers"), view.questions());
    }

    private ObjectNode prepare(Request request) throws DeskRefused {
        BallotView view = done(ballots().show(request.text("id")));
        String code = done(ballots().prepare(view.id(), choices(request, view)));
        return Json.object().put("id", view.id()).put("code", code);
    }

    private ObjectNode cast(Request request) throws DeskRefused {
        String code = request.text("code");
        if (!code.isEmpty()) {
            return tracker(done(ballots().castDraft(code)));
        }
        BallotView view = done(ballots().show(request.text("id")));
        Choices choices = choices(request, view);
        String typed = request.text("card");
        if (typed.isEmpty()) {
            return tracker(done(ballots().cast(view.id(), choices)));
        }
        Optional<PollCard> card = PollCard.read(typed);
        if (card.isEmpty()) {
            throw new DeskRefused(BallotLines.of(BallotRefusal.BAD_CARD));
        }
        return tracker(done(ballots().castByCard(view.id(), card.get(), choices)));
    }

    private static ObjectNode tracker(String tracker) {
        return Json.object().put("tracker", tracker);
    }

    private ObjectNode test(Request request) throws DeskRefused {
        byte[] test = done(ballots().testDraft(request.text("code"))).bytes();
        return Json.object().put("test", new String(test, StandardCharsets.UTF_8));
    }

    private ObjectNode checkTest(Request request) throws DeskRefused {
        CheckedTest found;
        try (InputStream in = open(request)) {
            byte[] test = in.readNBytes(org.rankfile.ballot.Limits.TEST_BYTES + 1);
            found = done(ballots().checkTest(test));
        } catch (IOException unreadable) {
            throw unreadable();
        }
        ObjectNode json = Json.object().put("code", found.code());
        ArrayNode chosen = json.putArray("chosen");
        for (int i = 0; i < found.questions().size(); i++) {
            Question question = found.questions().get(i);
            ObjectNode one = chosen.addObject().put("question", question.text());
            ArrayNode answers = one.putArray("answers");
            found.choices().answers().get(i).stream()
                    .sorted()
                    .forEach(number -> answers.add(question.answers().get(number)));
        }
        return json;
    }

    private ObjectNode handOut() throws DeskRefused {
        List<CastEnvelope> envelopes = done(ballots().handOut());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            EnvelopeFile.write(out, envelopes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Json.object()
                .put("envelopes", envelopes.size())
                .put("file", Base64.getEncoder().encodeToString(out.toByteArray()));
    }

    private ObjectNode handIn(Request request) throws DeskRefused {
        List<CastEnvelope> envelopes;
        try (InputStream in = open(request)) {
            envelopes = EnvelopeFile.read(in);
        } catch (Malformed none) {
            throw new DeskRefused(BallotLines.of(BallotRefusal.NO_ENVELOPES));
        } catch (IOException unreadable) {
            throw unreadable();
        }
        int taken = done(ballots().handIn(envelopes));
        return Json.object().put("envelopes", envelopes.size()).put("new", taken);
    }

    private static InputStream open(Request request) throws IOException, DeskRefused {
        try {
            return new BufferedInputStream(Files.newInputStream(Path.of(request.text("file"))));
        } catch (InvalidPathException none) {
            throw unreadable();
        }
    }

    private static DeskRefused unreadable() {
        return new DeskRefused(
                "unreadable", "The file cannot be read. Check its name and your rights to it.");
    }
}
