// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.paper.DeclarationPage;
import org.rankfile.app.text.Language;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.Ballots;
import org.rankfile.domain.vote.Declaration;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.step.PaperFigures;
import org.rankfile.domain.vote.step.PaperForm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Verbs about ballots that are held on paper and counted here.
final class PaperWork {
    private final Desk desk;

    PaperWork(Desk desk) {
        this.desk = desk;
    }

    void register(Map<String, Desk.Work> works) {
        works.put("ballot paper-new", this::call);
        works.put("ballot paper-list", _ -> list());
        works.put("ballot paper-show", this::show);
        works.put("ballot paper-enter", this::enter);
        works.put("ballot paper-export", this::export);
    }

    private Ballots ballots() {
        return desk.home().union().ballots();
    }

    private ObjectNode call(Request request) throws DeskRefused {
        byte[] rules = BallotWork.preset(request.text("rules")).rules().bytes();
        Map<String, String> tellers = request.texts("tellers");
        PaperForm form;
        try {
            form =
                    new PaperForm(
                            request.text("title"),
                            BallotWork.questions(request),
                            new String(rules, StandardCharsets.UTF_8),
                            request.flag("rehearsal"),
                            request.number("entitled"),
                            Spoken.people(tellers, desk.home().union().names()));
        } catch (IllegalArgumentException bad) {
            throw new DeskRefused(
                    "bad_form",
                    "A title, a question, at least two tellers, each once, and how many people"
                            + " are entitled.");
        }
        return picture(BallotWork.done(desk, ballots().callOnPaper(form)));
    }

    private ObjectNode picture(String id) throws DeskRefused {
        return whole(BallotWork.done(desk, ballots().showOnPaper(id)));
    }

    private ObjectNode list() throws DeskRefused {
        Desk.await(ballots().settled());
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("papers");
        ballots().onPaper().forEach(view -> list.add(whole(view)));
        return json;
    }

    private ObjectNode show(Request request) throws DeskRefused {
        return picture(request.text("id"));
    }

    private ObjectNode export(Request request) throws DeskRefused {
        PaperView view = BallotWork.done(desk, ballots().showOnPaper(request.text("id")));
        BallotPicture picture = new BallotPicture(desk.home());
        List<String> tellers = view.tellers().stream().map(picture::name).toList();
        Declaration declaration =
                BallotWork.done(
                        desk, ballots().declareOnPaper(view.id(), desk.home().today(), tellers));
        Language language = Language.of(Locale.forLanguageTag(request.text("language")));
        ObjectNode json = Json.object().put("id", view.id());
        return json.put("declaration", DeclarationPage.html(declaration, Texts.in(language)));
    }

    /// Each question's count: the answers, blank and spoilt, parted by commas.
    private ObjectNode enter(Request request) throws DeskRefused {
        List<Count> counts = new ArrayList<>();
        for (String text : request.texts("counts").values()) {
            counts.add(count(text));
        }
        PaperFigures figures = new PaperFigures(request.number("cast"), counts);
        String id = request.text("id");
        return picture(BallotWork.done(desk, ballots().enterCount(id, figures)).id());
    }

    private static Count count(String text) throws DeskRefused {
        List<Long> numbers = new ArrayList<>();
        try {
            for (String number : text.split(",", -1)) {
                numbers.add((long) Integer.parseUnsignedInt(number.strip()));
            }
        } catch (NumberFormatException notOne) {
            throw new DeskRefused(BallotLines.of(BallotRefusal.BAD_FIGURES));
        }
        if (numbers.size() < 3) {
            throw new DeskRefused(BallotLines.of(BallotRefusal.BAD_FIGURES));
        }
        int answers = numbers.size() - 2;
        return new Count(
                numbers.get(answers), numbers.get(answers + 1), numbers.subList(0, answers));
    }

    private ObjectNode whole(PaperView view) {
        BallotPicture picture = new BallotPicture(desk.home());
        ObjectNode json = Json.object();
        json.put("id", view.id()).put("title", view.title());
        json.put("rehearsal", view.rehearsal()).put("entitled", view.entitled());
        ArrayNode tellers = json.putArray("tellers");
        view.tellers().forEach(each -> tellers.add(picture.name(each)));
        json.put("round", view.round() + 1).put("agreed", view.figures().isPresent());
        ArrayNode waiting = json.putArray("waitingFor");
        view.waitingFor().forEach(each -> waiting.add(picture.name(each)));
        view.figures().ifPresent(figures -> put(json, view, figures));
        view.verdict()
                .ifPresent(verdict ->
                        json.put("decision", verdict.decision().name().toLowerCase(Locale.ROOT)));
        return json;
    }

    private static void put(ObjectNode json, PaperView view, Figures figures) {
        Figures.UnitFigures unit = figures.units().getFirst();
        json.put("cast", unit.roll().cast());
        ArrayNode result = json.putArray("result");
        for (int i = 0; i < view.questions().size(); i++) {
            Count count = unit.counts().get(i);
            ObjectNode one = result.addObject().put("question", view.questions().get(i).text());
            one.put("blank", count.blank()).put("spoilt", count.spoilt());
            ArrayNode answers = one.putArray("answers");
            for (int answer = 0; answer < count.answers().size(); answer++) {
                answers.addObject()
                        .put("answer", view.questions().get(i).answers().get(answer))
                        .put("count", count.answers().get(answer));
            }
        }
    }
}
