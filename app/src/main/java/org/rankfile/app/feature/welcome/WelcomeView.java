// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.Start;

/// The first screen: found, join, or try.
public final class WelcomeView {
    private final Texts texts;
    private final Ways ways;
    private final DemoViewModel demo;

    /// Where one can go from here.
    ///
    /// @param back to the home that is there; null where there is none
    public record Ways(Runnable found, Runnable join, java.util.Optional<Runnable> back) {}

    public WelcomeView(Texts texts, Ways ways, DemoViewModel demo) {
        this.texts = texts;
        this.ways = ways;
        this.demo = demo;
    }

    /// The screen.
    public Parent node() {
        Button found = Parts.main(Parts.button(texts.get(WelcomeText.FOUND_BUTTON), ways.found()));
        found.setId("found");
        found.setDefaultButton(true);
        Button join = Parts.button(texts.get(WelcomeText.JOIN_BUTTON), ways.join());
        join.setId("join");
        Start start = new Start(texts.get(WelcomeText.TITLE), texts.get(WelcomeText.SUBTITLE));
        ways.back()
                .ifPresent(back ->
                        start.with(Parts.button(Icon.BACK, texts.get(WelcomeText.BACK), back)));
        return start.with(
                way(Icon.PLUS, WelcomeText.FOUND_TITLE, WelcomeText.FOUND_BODY, found),
                way(Icon.LINKED, WelcomeText.JOIN_TITLE, WelcomeText.JOIN_BODY, join),
                way(Icon.EYE, WelcomeText.DEMO_TITLE, WelcomeText.DEMO_BODY, demoActions()),
                Notice.of(Notice.Kind.INFO, demo.progress),
                Notice.of(Notice.Kind.ERROR, demo.error));
    }

    private Node demoActions() {
        Button open = Parts.button("", demo::open);
        open.setId("demo");
        Button away = Parts.button(texts.get(WelcomeText.DEMO_AWAY), demo::throwAway);
        away.setId("demo-away");
        demo.exists.subscribe(there -> {
            open.setText(texts.get(there ? WelcomeText.DEMO_AGAIN : WelcomeText.DEMO_BUTTON));
            Parts.show(away, there);
        });
        open.disableProperty().bind(demo.busy);
        away.disableProperty().bind(demo.busy);
        return Parts.row(open, away);
    }

    private Node way(Icon icon, WelcomeText title, WelcomeText body, Node action) {
        return Parts.card(
                Parts.beside(icon, Parts.heading(texts.get(title))),
                Parts.body(texts.get(body)),
                action);
    }
}
