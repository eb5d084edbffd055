// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.home.OpenHome;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.notice.Times;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.rule.Origin;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.oplog.PersonId;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A ballot as JSON.
final class BallotPicture {
    private final OpenHome home;

    BallotPicture(OpenHome home) {
        this.home = home;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// What a list shows.
    ObjectNode brief(BallotView view) {
        ObjectNode json = Json.object();
        json.put("id", view.id()).put("title", view.title());
        json.put("rehearsal", view.rehearsal()).put("phase", word(view.phase()));
        names(json.putArray("waitingFor"), view.waitingFor());
        view.times().ifPresent(times -> put(json, times));
        json.putObject("turnout")
                .put("entitled", view.turnout().entitled())
                .put("enrolled", view.turnout().enrolled())
                .put("witnessed", view.turnout().witnessed());
        return json;
    }

    private static void put(ObjectNode json, Times times) {
        json.put("opens", Instant.ofEpochSecond(times.opens()).toString());
        json.put("closes", Instant.ofEpochSecond(times.closes()).toString());
        json.put("settles", Instant.ofEpochSecond(times.settles()).toString());
    }

    /// Everything.
    ObjectNode whole(BallotView view) {
        ObjectNode json = brief(view);
        json.put("description", view.description());
        ArrayNode questions = json.putArray("questions");
        view.questions().forEach(each -> put(questions.addObject(), each));
        view.rules().ifPresent(rules -> put(json.putObject("rules"), rules));
        ObjectNode officers = json.putObject("officers");
        officers.put("convenor", name(view.officers().convenor()));
        names(officers.putArray("registrars"), view.officers().registrars());
        names(officers.putArray("tellers"), view.officers().tellers());
        officers.put("threshold", view.officers().threshold());
        names(officers.putArray("witnesses"), view.officers().witnesses());
        json.putObject("mine")
                .put("convenor", view.mine().convenor())
                .put("registrar", view.mine().registrar())
                .put("teller", view.mine().teller())
                .put("witness", view.mine().witness());
        view.record()
                .ifPresent(record ->
                        json.put("uuid", record.uuid()).put("fingerprint", record.fingerprint()));
        vote(json.putObject("vote"), view.vote());
        view.outcome().ifPresent(outcome -> put(json.putObject("outcome"), view, outcome));
        return json;
    }

    private static void put(ObjectNode json, Question question) {
        json.put("question", question.text());
        question.answers().forEach(json.putArray("answers")::add);
        json.put("blank", question.blank());
        json.put("min", question.min()).put("max", question.max());
    }

    private static void put(ObjectNode json, RuleSet rules) {
        Origin origin = rules.origin();
        json.put("name", origin.name()).put("version", origin.version());
        json.put("legalDate", origin.legalDate().toString()).put("source", origin.source());
        json.put("label", word(rules.label())).put("sha256", rules.hash().hex());
    }

    private static void vote(ObjectNode json, BallotView.Vote vote) {
        json.put("entitled", vote.entitled());
        vote.entry().ifPresent(entry -> json.put("entry", word(entry)));
        ArrayNode cast = json.putArray("cast");
        for (BallotView.Ticket ticket : vote.cast()) {
            cast.addObject()
                    .put("tracker", ticket.tracker())
                    .put("progress", word(ticket.progress()))
                    .put("witnesses", ticket.witnesses());
        }
        if (vote.nextMillis() > 0) {
            json.put("nextCell", Instant.ofEpochMilli(vote.nextMillis()).toString());
        }
    }

    private static void put(ObjectNode json, BallotView view, BallotView.Outcome outcome) {
        json.put("counted", outcome.counted()).put("ballots", outcome.ballots());
        json.put("late", outcome.late().ballots()).put("aside", outcome.aside());
        json.put("state", word(outcome.state()));
        outcome.verdict().ifPresent(verdict -> json.put("decision", word(verdict.decision())));
        json.put("root", outcome.root().hex());
        ArrayNode result = json.putArray("result");
        for (int i = 0; i < view.questions().size(); i++) {
            Question question = view.questions().get(i);
            List<Long> numbers = outcome.result().numbers().get(i);
            ObjectNode one = result.addObject().put("question", question.text());
            if (question.blank()) {
                one.put("blank", numbers.getFirst());
            }
            ArrayNode answers = one.putArray("answers");
            for (int answer = 0; answer < question.answers().size(); answer++) {
                answers.addObject()
                        .put("answer", question.answers().get(answer))
                        .put("count", numbers.get(answer + (question.blank() ? 1 : 0)));
            }
        }
    }

    private void names(ArrayNode array, List<PersonId> people) {
        people.forEach(person -> array.add(name(person)));
    }

    /// What somebody is called; of somebody who is gone, their id.
    String name(PersonId person) {
        Map<PersonId, String> names = home.union().names();
        return names.getOrDefault(person, person.toString());
    }
}
