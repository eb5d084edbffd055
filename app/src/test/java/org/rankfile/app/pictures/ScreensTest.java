// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.TestDesktop;
import org.rankfile.app.feature.settings.Preferences;
import org.rankfile.app.shell.DesktopWindow;
import org.rankfile.app.text.Language;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Walks through all screens, as the pictures do, and looks at every node of each.
@Timeout(120)
class ScreensTest {
    @TempDir Path temp;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    private List<String> walk(Preferences preferences, BiConsumer<Node, List<String>> look)
            throws Exception {
        TestDesktop desktop = new TestDesktop(temp);
        desktop.preferences = preferences;
        Stage stage = Hand.on(Stage::new);
        Hand.on(() -> {
            new DesktopWindow(stage, desktop.environment()).open();
            stage.setWidth(1240);
            stage.setHeight(800);
            return true;
        });
        Hand hand = new Hand(stage);
        List<String> findings = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        new Tour(
                        hand,
                        name -> {
                            hand.look();
                            seen.add(name);
                            List<String> here = new ArrayList<>();
                            Hand.on(() -> {
                                visit(stage.getScene().getRoot(), look, here);
                                return true;
                            });
                            here.forEach(finding -> findings.add(name + ": " + finding));
                        })
                .walk();
        Hand.on(() -> {
            stage.hide();
            return true;
        });
        assertThat(seen).hasSizeGreaterThan(15);
        return findings;
    }

    private static void visit(Node node, BiConsumer<Node, List<String>> look, List<String> out) {
        if (!node.isVisible()) {
            return;
        }
        look.accept(node, out);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, look, out));
        }
    }

    private static void names(Node node, List<String> out) {
        boolean frame =
                node instanceof ScrollPane
                        || node instanceof SplitPane
                        || node instanceof TabPane
                        || node instanceof IndexedCell;
        if (!(node instanceof Control control) || !control.isFocusTraversable() || frame) {
            return;
        }
        String name = control.getAccessibleText();
        String text = control instanceof Labeled labeled ? labeled.getText() : "";
        if ((name == null || name.isBlank()) && (text == null || text.isBlank())) {
            out.add(control.getClass().getSimpleName() + " #" + control.getId());
        }
    }

    private static void clipped(Node node, List<String> out) {
        if (!(node instanceof Labeled labeled) || insideTable(node)) {
            return;
        }
        if (labeled.lookup(".text") instanceof Text shown
                && labeled.equals(shown.getParent())
                && !shown.getText().equals(plain(labeled))) {
            out.add(shown.getText() + " <- " + labeled.getText());
        }
    }

    private static String plain(Labeled labeled) {
        return labeled.isMnemonicParsing() ? labeled.getText().replace("_", "") : labeled.getText();
    }

    private static boolean insideTable(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableView || at instanceof IndexedCell) {
                return true;
            }
        }
        return false;
    }

    @Test
    void atTwiceTheSizeInSpanishNoTextIsClippedAndEveryControlHasAName() throws Exception {
        Preferences large = new Preferences(Language.ES, Preferences.Look.DARK, 200, 5);
        List<String> findings =
                walk(
                        large,
                        (node, out) -> {
                            names(node, out);
                            clipped(node, out);
                        });
        assertThat(findings).isEmpty();
    }
}
