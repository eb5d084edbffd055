// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.pictures;

import javafx.scene.control.TableView;

import java.io.IOException;

/// The way through the screens, from the first start to the last page.
final class Tour {
    private final Hand hand;
    private final Camera camera;

    /// Takes a picture.
    @FunctionalInterface
    interface Camera {
        void take(String name) throws IOException;
    }

    Tour(Hand hand, Camera camera) {
        this.hand = hand;
        this.camera = camera;
    }

    void walk() throws IOException {
        hand.see("found");
        camera.take("01-welcome");
        hand.press("found");
        hand.see("found-do");
        hand.type("passphrase", "red bicycle");
        hand.press("found-do");
        camera.take("02-found-errors");
        hand.type("local-name", "Local 12");
        hand.type("person-name", "Rosa");
        hand.type("passphrase", "seven quiet lamps over water");
        hand.type("passphrase-again", "seven quiet lamps over water");
        hand.with(
                "acknowledged", javafx.scene.control.CheckBox.class, box -> box.setSelected(true));
        camera.take("03-found");
        hand.press("found-do");
        hand.see("go-grievances");
        camera.take("04-empty");
        hand.press("go-members");
        camera.take("05-members-empty");
        hand.press("lock");
        hand.type("unlock-passphrase", "not this one");
        hand.press("unlock");
        hand.until(() -> !hand.disabled("unlock-passphrase"));
        camera.take("06-unlock");
        hand.press("elsewhere");
        hand.press("demo");
        demo();
    }

    private void demo() throws IOException {
        hand.see("cases");
        camera.take("10-grievances");
        hand.with("cases", TableView.class, table -> table.getSelectionModel().select(0));
        hand.press("open-case");
        hand.see("case");
        camera.take("11-case");
        hand.tab("case-tabs", 1);
        hand.press("summarise");
        hand.see("summary-roles");
        hand.reveal("summarise");
        camera.take("12-summary");
        hand.tab("case-tabs", 2);
        camera.take("13-history");
        hand.tab("case-tabs", 3);
        camera.take("14-readers");
        hand.reveal("set-deadline");
        hand.press("set-deadline");
        hand.type("deadline-date", "next week");
        hand.press("keep-deadline");
        camera.take("15-deadline");
        hand.press("go-members");
        hand.with("members-table", TableView.class, table -> table.getSelectionModel().select(3));
        camera.take("16-members");
        hand.type("members-search", "night forklift");
        hand.until(() -> hand.text("members-count").contains(" 500"));
        camera.take("17-members-search");
        hand.press("import");
        camera.take("18-import");
        hand.press("go-people");
        camera.take("19-people");
        ballots();
        hand.press("go-privacy");
        camera.take("20-privacy");
        hand.press("go-settings");
        camera.take("21-settings");
        hand.press("go-help");
        camera.take("22-keys");
        hand.press("lock");
        hand.see("unlock-passphrase");
    }

    private void vote() throws IOException {
        hand.press("vote-k2n4r6t8v0x2z4b6");
        hand.press("question-0");
        hand.press("question-1");
        camera.take("35-choose");
        hand.reveal("limits");
        camera.take("36-limits");
        hand.press("check-vote");
        hand.see("cast");
        camera.take("37-check");
        hand.press("cast");
        hand.see("vote-done");
        camera.take("38-receipt");
        hand.reveal("tracker-qr");
        camera.take("42-tracker");
        hand.press("vote-done");
        cards();
    }

    private void cards() throws IOException {
        hand.reveal("enrol-again");
        hand.press("enrol-again");
        camera.take("43-enrol-again");
        hand.press("card-vote");
        hand.type("card", StagedPolls.CARD);
        camera.take("44-card");
        hand.press("question-0");
        hand.press("question-1");
        hand.press("card-check");
        hand.see("card-cast");
        camera.take("45-card-check");
        hand.press("card-cast");
        hand.see("card-next");
        camera.take("46-card-receipt");
        hand.press("card-next");
        hand.press("page-back");
        hand.press("page-back");
    }

    private void byHand() throws IOException {
        hand.press("by-hand");
        hand.press("hand-out");
        camera.take("47-by-hand");
        hand.type("pasted-test", "{}");
        hand.press("check-pasted");
        hand.reveal("found-test");
        camera.take("48-tested");
        hand.press("page-back");
    }

    private void onPaper() throws IOException {
        hand.press("open-r7t9v1x3z5b7d9f1");
        hand.see("paper");
        camera.take("49-paper");
        hand.type("paper-cast", "51");
        hand.type("paper-0-0", "30");
        hand.type("paper-0-1", "20");
        hand.type("paper-blank-0", "0");
        hand.type("paper-spoilt-0", "0");
        hand.reveal("enter-count");
        hand.press("enter-count");
        camera.take("50-count");
        hand.press("page-back");
        hand.press("open-s8u0w2y4a6c8e0g2");
        hand.reveal("paper-result");
        camera.take("51-paper-result");
        hand.press("page-back");
        hand.press("new-paper");
        hand.see("call-paper");
        camera.take("52-new-paper");
        hand.reveal("who-counts");
        camera.take("53-who-counts");
        hand.press("page-back");
    }

    void ballots() throws IOException {
        hand.press("go-ballots");
        hand.see("ballots");
        camera.take("30-ballots");
        hand.press("open-n4q6t8v0x2z4b6d8");
        hand.see("ballot");
        camera.take("31-ballot");
        hand.reveal("result");
        camera.take("32-result");
        hand.reveal("rules-say");
        camera.take("33-rules-say");
        hand.press("page-back");
        hand.press("open-m3p5s7u9w1y3a5c7");
        hand.reveal("offices");
        camera.take("34-offices");
        hand.press("page-back");
        vote();
        byHand();
        onPaper();
        hand.press("new-ballot");
        hand.type("new-title", "Trying it out: tea or coffee?");
        hand.type("new-question-0", "What do we drink at the next meeting?");
        hand.type("new-answers-0", "Tea\nCoffee");
        camera.take("39-new-ballot");
        for (int i = 0; i < 4; i++) {
            hand.press("teller-" + i);
        }
        hand.press("registrar-4");
        hand.press("witness-5");
        hand.reveal("ask-officers");
        camera.take("40-new-officers");
        hand.press("call-ballot");
        hand.see("offices");
        camera.take("41-called");
    }
}
