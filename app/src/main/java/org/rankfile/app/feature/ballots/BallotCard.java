// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.vote.BallotView;

/// What the list and the page of a ballot both say of it.
record BallotCard(BallotView ballot, BallotWords words, Texts texts) {
    /// A mark that this is no ballot.
    static Label rehearsal(Texts texts) {
        Label mark = new Label(texts.get(BallotsText.REHEARSAL));
        mark.setWrapText(true);
        mark.setMinHeight(Region.USE_PREF_SIZE);
        mark.getStyleClass().add("demo-chip");
        return mark;
    }

    /// Its name, with the mark of a rehearsal.
    Node head() {
        Label title = Parts.heading(ballot.title());
        return ballot.rehearsal() ? new VBox(rehearsal(texts), title) : title;
    }

    /// What happens now, what it waits for, when there is voting, how many vote.
    Node state() {
        VBox lines = Parts.column();
        lines.getStyleClass().add("lines");
        Label now = Parts.body(words.now(ballot));
        now.getStyleClass().add("field-label");
        lines.getChildren().add(now);
        line(lines, Icon.CLOCK, words.waits(ballot));
        line(lines, Icon.CALENDAR, words.times(ballot));
        line(lines, Icon.PEOPLE, words.turnout(ballot));
        return lines;
    }

    private static void line(VBox lines, Icon icon, String text) {
        if (!text.isEmpty()) {
            lines.getChildren().add(Parts.beside(icon, Parts.body(text)));
        }
    }

    /// Whether the owner of this device voted, and whether it counts.
    Node mine() {
        BallotWords.Said said = words.mine(ballot);
        return new Notice(said.kind(), said.text());
    }
}
