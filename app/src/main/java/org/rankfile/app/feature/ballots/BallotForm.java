// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.domain.vote.rule.Preset;

import java.io.IOException;
import java.util.Arrays;

/// The form of a ballot that is being called as the home keeps it. Only this program writes it, and
/// only into sealed records: what it does not know there, it leaves out.
record BallotForm(NewBallotViewModel model) {
    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] bytes() {
        ObjectNode form = JSON.createObjectNode();
        form.put("title", model.title.get()).put("description", model.description.get());
        form.put("rehearsal", model.rehearsal.get()).put("rules", model.preset.get().name());
        ArrayNode questions = form.putArray("questions");
        for (QuestionDraft draft : model.questions) {
            questions
                    .addObject()
                    .put("text", draft.text.get())
                    .put("answers", draft.answers.get())
                    .put("blank", draft.blank.get());
        }
        ObjectNode people = form.putObject("people");
        for (NewBallotViewModel.Asked person : model.people) {
            people.putObject(person.member().id().toString())
                    .put("registrar", person.registrar().get())
                    .put("teller", person.teller().get())
                    .put("witness", person.witness().get());
        }
        form.put("threshold", model.threshold.get());
        try {
            return JSON.writeValueAsBytes(form);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Fills the form as it was.
    void fill(byte[] kept) {
        JsonNode form;
        try {
            form = JSON.readTree(kept);
        } catch (IOException none) {
            return;
        }
        model.title.set(form.path("title").asText());
        model.description.set(form.path("description").asText());
        model.rehearsal.set(form.path("rehearsal").asBoolean(true));
        Arrays.stream(Preset.values())
                .filter(preset -> preset.name().equals(form.path("rules").asText()))
                .forEach(model.preset::set);
        if (!form.path("questions").isEmpty()) {
            model.questions.clear();
        }
        for (JsonNode each : form.path("questions")) {
            QuestionDraft draft = new QuestionDraft(each.path("answers").asText());
            draft.text.set(each.path("text").asText());
            draft.blank.set(each.path("blank").asBoolean(true));
            model.questions.add(draft);
        }
        for (NewBallotViewModel.Asked person : model.people) {
            JsonNode asked = form.path("people").path(person.member().id().toString());
            person.registrar().set(asked.path("registrar").asBoolean());
            person.teller().set(asked.path("teller").asBoolean());
            person.witness().set(asked.path("witness").asBoolean());
        }
        int threshold = form.path("threshold").asInt();
        if (model.thresholds.contains(threshold)) {
            model.threshold.set(threshold);
        }
    }
}
