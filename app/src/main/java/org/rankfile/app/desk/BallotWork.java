// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.paper.DeclarationPage;
import org.rankfile.app.text.Language;
import org.rankfile.app.text.Texts;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.crypto.SigningKey;
import org.rankfile.domain.vote.BallotAnswer;
import org.rankfile.domain.vote.BallotRecord;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.Ballots;
import org.rankfile.domain.vote.NewBallot;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.oplog.PersonId;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;

/// Verbs of those who hold ballots.
final class BallotWork {
    private static final int MOST_CARDS = 1_000;

    private final Desk desk;
    private final BallotPicture picture;

    BallotWork(Desk desk) {
        this.desk = desk;
        picture = new BallotPicture(desk.home());
    }

    void register(Map<String, Desk.Work> works) {
        works.put("ballot list", _ -> list());
        works.put("ballot show", request -> show(id(request)));
        works.put("ballot new", this::call);
        works.put("ballot open", this::open);
        works.put("ballot withdraw", request -> picture(ballots().withdraw(id(request))));
        works.put("ballot close", request -> picture(ballots().turn(id(request))));
        works.put("ballot tally", this::tally);
        works.put("ballot result", this::result);
        works.put("ballot export", this::export);
        works.put("ballot destroy-share", request -> picture(ballots().destroyShare(id(request))));
    }

    private Ballots ballots() {
        return desk.home().union().ballots();
    }

    private static String id(Request request) {
        return request.text("id");
    }

    /// Waits for an answer, and for what follows from it on this laptop.
    static <T> T done(Desk desk, Future<BallotAnswer<T>> wanted) throws DeskRefused {
        T value =
                switch (Desk.await(wanted)) {
                    case BallotAnswer.Done<T>(T done) -> done;
                    case BallotAnswer.Refused<T>(BallotRefusal why) ->
                            throw new DeskRefused(BallotLines.of(why));
                };
        Desk.await(desk.home().union().ballots().settled());
        return value;
    }

    private ObjectNode picture(Future<BallotAnswer<BallotView>> wanted) throws DeskRefused {
        return show(done(desk, wanted).id());
    }

    private ObjectNode show(String id) throws DeskRefused {
        ObjectNode json = picture.whole(done(desk, ballots().show(id)));
        done(desk, ballots().atFault(id))
                .ifPresent(person -> json.put("atFault", picture.name(person)));
        return json;
    }

    private ObjectNode tally(Request request) throws DeskRefused {
        BallotView view = done(desk, ballots().show(id(request)));
        boolean sealed =
                switch (view.phase()) {
                    case DECRYPTING, COUNTED, TOO_FEW -> true;
                    default -> false;
                };
        if (!sealed) {
            throw new DeskRefused(BallotLines.of(BallotRefusal.TOO_EARLY));
        }
        return picture.whole(view);
    }

    private ObjectNode result(Request request) throws DeskRefused {
        BallotView view = done(desk, ballots().show(id(request)));
        if (view.outcome().isEmpty()) {
            throw new DeskRefused(BallotLines.of(BallotRefusal.NOT_COUNTED));
        }
        return picture.whole(view);
    }

    private ObjectNode list() throws DeskRefused {
        Desk.await(ballots().settled());
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("ballots");
        ballots().all().forEach(view -> list.add(picture.brief(view)));
        ballots().hindered().ifPresent(why -> json.put("hindered", BallotLines.of(why).line()));
        return json;
    }

    private ObjectNode call(Request request) throws DeskRefused {
        List<PollCard> cards = cards(request.number("cards"));
        Map<PersonId, String> names = desk.home().union().names();
        NewBallot wanted =
                new NewBallot(
                        request.text("title"),
                        request.text("description"),
                        questions(request),
                        preset(request.text("rules")).rules(),
                        request.flag("rehearsal"),
                        new NewBallot.Asked(
                                Spoken.people(request.texts("registrars"), names),
                                Spoken.people(request.texts("tellers"), names),
                                request.number("threshold"),
                                Spoken.people(request.texts("witnesses"), names)),
                        cards.stream().map(BallotWork::member).toList());
        ObjectNode json = show(done(desk, ballots().call(wanted)));
        ArrayNode texts = json.putArray("cards");
        cards.forEach(card -> texts.add(card.exposeText()));
        return json;
    }

    private List<PollCard> cards(int count) throws DeskRefused {
        if (count < 0 || count > MOST_CARDS) {
            throw new DeskRefused("bad_cards", "Up to " + MOST_CARDS + " cards at once.");
        }
        List<PollCard> cards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cards.add(PollCard.draw(desk.home().random()));
        }
        return cards;
    }

    private static Roster.Member member(PollCard card) {
        try (SigningKey identity = card.identity()) {
            return new Roster.Member(card.member(), identity.verifyKey());
        }
    }

    /// Each question with its answers, which are parted by bars.
    static List<Question> questions(Request request) throws DeskRefused {
        List<String> answers = List.copyOf(request.texts("answers").values());
        List<Question> questions = new ArrayList<>();
        try {
            for (String text : request.texts("questions").values()) {
                int number = questions.size();
                String own = number < answers.size() ? answers.get(number) : "Yes|No";
                List<String> parts =
                        Arrays.stream(own.split("\\|", -1)).map(String::strip).toList();
                questions.add(new Question(text, parts, !request.flag("noBlank"), 1, 1));
            }
            return questions;
        } catch (IllegalArgumentException bad) {
            throw new DeskRefused(BallotLines.of(BallotRefusal.BAD_FORM));
        }
    }

    static Preset preset(String word) throws DeskRefused {
        return Arrays.stream(Preset.values())
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new DeskRefused(
                                "no_such_rules",
                                "The rules are one of: "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(Preset.values())
                                                        .map(BallotWork::word)
                                                        .toList())
                                        + "."));
    }

    private static String word(Preset preset) {
        return preset.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ObjectNode open(Request request) throws DeskRefused {
        BallotView view = done(desk, ballots().show(id(request)));
        Instant now = desk.home().time().instant();
        String from = request.text("opens");
        Instant opens = from.isEmpty() ? now : Spoken.moment(from, now, desk.home().zone());
        Instant closes = Spoken.moment(request.text("closes"), now, desk.home().zone());
        String grace = request.text("grace");
        Duration span =
                grace.isEmpty()
                        ? Duration.ofSeconds(view.rehearsal() ? 5 : Times.USUAL_GRACE)
                        : Spoken.span(grace);
        Times times;
        try {
            times = new Times(opens.getEpochSecond(), closes.getEpochSecond(), span.toSeconds());
        } catch (IllegalArgumentException bad) {
            throw new DeskRefused(BallotLines.of(BallotRefusal.BAD_TIMES));
        }
        return picture(ballots().open(id(request), times));
    }

    private ObjectNode export(Request request) throws DeskRefused {
        BallotView view = done(desk, ballots().show(id(request)));
        List<String> tellers = view.officers().tellers().stream().map(picture::name).toList();
        BallotRecord record = done(desk, ballots().record(view.id(), desk.home().today(), tellers));
        Language language = Language.of(Locale.forLanguageTag(request.text("language")));
        ObjectNode json = Json.object();
        json.put("id", view.id());
        json.put("uuid", view.record().map(BallotView.Named::uuid).orElse(""));
        json.put("archive", Base64.getEncoder().encodeToString(record.archive()));
        json.put("annex", new String(record.annex(), StandardCharsets.UTF_8));
        json.put("declaration", DeclarationPage.html(record.declaration(), Texts.in(language)));
        return json;
    }
}
