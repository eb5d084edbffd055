// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.help;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

import org.rankfile.app.fx.Screen;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;

import java.util.List;

/// The keys that do something.
public final class HelpView implements Screen {
    private final Page page;

    /// One line.
    ///
    /// @param keys as they are printed on the keys
    public record Line(String keys, String what) {}

    public HelpView(Texts texts, List<Line> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        for (int i = 0; i < lines.size(); i++) {
            Label keys = new Label(lines.get(i).keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Label.USE_PREF_SIZE);
            grid.addRow(i, keys, Parts.body(lines.get(i).what()));
        }
        page =
                new Page(texts.get(HelpText.TITLE))
                        .saying(Parts.quiet(texts.get(HelpText.SUBTITLE)))
                        .scrolled(Parts.card(grid));
    }

    @Override
    public Parent node() {
        return page;
    }
}
