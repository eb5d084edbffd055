// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.paper.RuleWords;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Choice;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.vote.rule.Condition;
import org.rankfile.domain.vote.rule.Label;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.rule.QuestionRule;
import org.rankfile.domain.vote.rule.RuleSet;

import java.util.List;
import java.util.stream.Collectors;

/// What a ballot needs in order to pass.
record RulesPart(RuleSet rules, Workplace workplace) {
    Node node() {
        Texts texts = workplace.texts();
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.RULES)),
                        Parts.body(rules.origin().name()));
        if (rules.label() == Label.CHECK) {
            box.getChildren().add(new Notice(Notice.Kind.WARNING, texts.of(rules.label())));
        }
        for (QuestionRule rule : rules.questions()) {
            for (Condition condition : rule.conditions()) {
                box.getChildren().add(Parts.body("• " + words(condition)));
            }
            box.getChildren().add(Parts.quiet(texts.of(rule.tie())));
            box.getChildren().add(Parts.quiet(new RuleWords(texts).blank(rule.blank())));
        }
        box.getChildren()
                .add(Parts.quiet(texts.get(BallotsText.RULES_SOURCE, rules.origin().source())));
        return box;
    }

    private String words(Condition condition) {
        return switch (condition) {
            case Condition.Measure measure -> new RuleWords(workplace.texts()).condition(measure);
            case Condition.If either ->
                    workplace
                            .texts()
                            .get(
                                    BallotsText.RULE_IF,
                                    words(either.when()),
                                    words(either.then()),
                                    words(either.otherwise()));
        };
    }

    private String words(List<Condition> conditions) {
        return conditions.stream().map(this::words).collect(Collectors.joining("; "));
    }

    /// A choice among the rules to start from, with what they say.
    static Node choice(ObjectProperty<Preset> preset, Workplace workplace) {
        Texts texts = workplace.texts();
        ComboBox<Preset> presets =
                Choice.of(List.of(Preset.values()), each -> each.rules().origin().name());
        presets.setId("new-rules");
        presets.valueProperty().bindBidirectional(preset);
        VBox shown = new VBox();
        Notice past = new Notice(Notice.Kind.WARNING, texts.get(BallotsText.RULES_PAST));
        preset.subscribe(now -> {
            shown.getChildren().setAll(new RulesPart(now.rules(), workplace).node());
            Parts.show(past, now.rules().origin().isPast(workplace.session().home().today()));
        });
        return Parts.column(new Field(texts.get(BallotsText.RULES_CHOICE), presets), past, shown);
    }
}
