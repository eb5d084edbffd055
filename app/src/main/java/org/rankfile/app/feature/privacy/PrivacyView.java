// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.privacy;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Screen;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;

import java.util.List;

/// What the program protects, and what it cannot protect anybody from: docs/threat-model.md in
/// short.
public final class PrivacyView implements Screen {
    private final Texts texts;
    private final Page page;

    public PrivacyView(Texts texts) {
        this.texts = texts;
        VBox all =
                Parts.column(
                        list(
                                Icon.WARNING,
                                PrivacyText.CANNOT,
                                List.of(
                                        PrivacyText.CANNOT_MALWARE,
                                        PrivacyText.CANNOT_MEMBER,
                                        PrivacyText.CANNOT_FORCE,
                                        PrivacyText.CANNOT_OBSERVER,
                                        PrivacyText.CANNOT_FORGOTTEN,
                                        PrivacyText.CANNOT_REMOVE,
                                        PrivacyText.CANNOT_SWAP,
                                        PrivacyText.CANNOT_EXPORT)),
                        list(
                                Icon.SHIELD,
                                PrivacyText.DOES,
                                List.of(
                                        PrivacyText.DOES_SEAL,
                                        PrivacyText.DOES_SERVER,
                                        PrivacyText.DOES_OFFLINE,
                                        PrivacyText.DOES_COMMITTEE,
                                        PrivacyText.DOES_SUMMARY)));
        page =
                new Page(texts.get(PrivacyText.TITLE))
                        .saying(Parts.quiet(texts.get(PrivacyText.SUBTITLE)))
                        .scrolled(all);
    }

    private Node list(Icon icon, PrivacyText title, List<PrivacyText> points) {
        VBox card = Parts.card(Parts.beside(icon, Parts.heading(texts.get(title))));
        points.forEach(point ->
                card.getChildren().add(Parts.beside(Icon.DASH, Parts.body(texts.get(point)))));
        return card;
    }

    @Override
    public Parent node() {
        return page;
    }
}
