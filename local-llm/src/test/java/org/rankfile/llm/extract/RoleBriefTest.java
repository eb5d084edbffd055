// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class RoleBriefTest {
    private static final Prototypes TOY = ToyPrototypes.make();
    private static final String DUE = "The appeal must be filed within ten working days.";

    private final List<String> sentences = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    @Test
    @DisplayName("SUM-8: a deadline needs both a cue and its meaning")
    void aDeadlineNeedsCueAndMeaning() {
        add("Nobody knows what comes next in this matter.", BriefRole.DEADLINE, 0.9);
        add(DUE, BriefRole.DEADLINE, 0.01);
        assertThat(choose().byRole()).doesNotContainKey(BriefRole.DEADLINE);

        add(DUE, BriefRole.DEADLINE, 0.3);
        assertThat(choose().byRole().get(BriefRole.DEADLINE)).containsExactly(2);
    }

    @Test
    @DisplayName("SUM-7: each role gets its best sentence, of equal ones the earlier")
    void eachRoleGetsItsBestSentence() {
        add("First of two.", BriefRole.EVIDENCE, 0.5);
        add("Second of two.", BriefRole.EVIDENCE, 0.5);
        add("Less of it.", BriefRole.EVIDENCE, 0.3);
        add("What should be done.", BriefRole.REMEDY, 0.4);
        RoleBrief.Choice choice = choose();
        assertThat(choice.byRole().get(BriefRole.EVIDENCE)).containsExactly(0);
        assertThat(choice.byRole().get(BriefRole.REMEDY)).containsExactly(3);
        assertThat(choice.byRole()).doesNotContainKey(BriefRole.CONTRACT);
    }

    @Test
    @DisplayName("SUM-7: a brief is filled to six sentences and grows beyond only for roles")
    void aBriefGrowsBeyondSixOnlyForRoles() {
        for (int i = 0; i < 9; i++) {
            sentences.add("Nothing in particular.");
            vectors.add(ToyPrototypes.nothing());
        }
        assertThat(choose().inOrder()).hasSize(6).doesNotHaveDuplicates();

        for (BriefRole role : BriefRole.values()) {
            add(role == BriefRole.DEADLINE ? DUE : "Something.", role, 0.6);
        }
        RoleBrief.Choice choice = choose();
        assertThat(choice.byRole()).containsOnlyKeys(BriefRole.values());
        assertThat(choice.inOrder()).hasSize(7);
    }

    @Test
    void aShortTextIsTakenWhole() {
        add("Only this.", BriefRole.INCIDENT, 0.5);
        assertThat(choose().inOrder()).containsExactly(0);
        sentences.clear();
        vectors.clear();
        assertThat(choose().inOrder()).isEmpty();
    }

    private void add(String sentence, BriefRole role, double meaning) {
        sentences.add(sentence);
        vectors.add(ToyPrototypes.axis(role, meaning));
    }

    private RoleBrief.Choice choose() {
        return RoleBrief.choose(sentences, vectors, TOY);
    }
}
