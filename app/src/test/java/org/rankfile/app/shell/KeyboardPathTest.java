// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.TestDesktop;
import org.rankfile.domain.demo.DemoData;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The program's main path, from the first start to a summary and a locked window, without a mouse.
@ExtendWith(ApplicationExtension.class)
@Timeout(90)
class KeyboardPathTest {
    private static final int TABS = 60;
    private static final String PHRASE = "seven quiet lamps";

    @TempDir static Path temp;

    private final FxRobot robot = new FxRobot();
    private TestDesktop desktop = new TestDesktop(temp);

    /// Set before each test.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage given) {
        Platform.setImplicitExit(false);
        stage = given;
        desktop = new TestDesktop(temp);
        new DesktopWindow(stage, desktop.environment()).open();
    }

    private void until(Callable<Boolean> what) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robotSees(what));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean robotSees(Callable<Boolean> what) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, what);
    }

    private boolean there(String id) {
        Node node = stage.getScene().getRoot().lookup("#" + id);
        return node != null && node.isVisible();
    }

    private String focused() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    /// Presses Tab until something has the focus.
    private void tabTo(String id) {
        for (int i = 0; i < TABS && !focused().equals(id); i++) {
            robot.push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(focused()).isEqualTo(id);
    }

    private void press(String id) {
        tabTo(id);
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void found() throws Exception {
        until(() -> there("found"));
        press("found");
        until(() -> focused().equals("local-name"));
        robot.write("Local 12");
        tabTo("person-name");
        robot.write("Rosa");
        tabTo("passphrase");
        robot.write(PHRASE);
        tabTo("passphrase-again");
        robot.write(PHRASE);
        press("acknowledged");
        press("found-do");
        until(() -> there("new-first"));
    }

    private void importMembers() throws Exception {
        Path csv = temp.resolve("members.csv");
        Files.writeString(csv, DemoData.members(new SplittableRandom(3), 40, List.of()));
        desktop.nextFile = Optional.of(csv);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> there("import-first"));
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> focused().equals("choose-file"));
        robot.push(KeyCode.SPACE);
        until(() -> there("import-rows"));
        assertThat(there("undo-import")).isFalse();
        press("import-go");
        until(() -> there("undo-import"));
        robot.push(KeyCode.ESCAPE);
        until(() -> there("members-table") && count().startsWith("40"));
    }

    private String count() {
        return ((Labeled) stage.getScene().getRoot().lookup("#members-count")).getText();
    }

    private TableView<?> table() {
        return (TableView<?>) stage.getScene().getRoot().lookup("#members-table");
    }

    private String cell() {
        return String.valueOf(table().getColumns().getFirst().getCellData(0));
    }

    private void editAndUndo() throws Exception {
        tabTo("members-table");
        String before = cell();
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.F2);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("Aaab");
        robot.push(KeyCode.ENTER);
        until(() -> cell().equals("Aaab"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> cell().equals(before));
    }

    private void fileAndSummarise() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> focused().equals("case-title"));
        Path text = temp.resolve("statement.txt");
        Files.writeString(text, DemoData.statements().getFirst());
        desktop.nextFile = Optional.of(text);
        press("open-text");
        until(() -> there("save-case"));
        press("save-case");
        until(() -> focused().equals("case-tabs"));
        robot.push(KeyCode.RIGHT);
        press("summarise");
        until(() -> there("summary-roles"));
    }

    private void lockAndUnlock() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> focused().equals("unlock-passphrase"));
        assertThat(there("case")).isFalse();
        robot.write("something else");
        robot.push(KeyCode.ENTER);
        until(() -> !stage.getScene().getRoot().lookup("#unlock").isDisabled());
        assertThat(there("cases")).isFalse();
        tabTo("unlock-passphrase");
        robot.write(PHRASE);
        robot.push(KeyCode.ENTER);
        until(() -> there("cases"));
        assertThat(table("cases").getItems()).hasSize(1);
    }

    private TableView<?> table(String id) {
        return (TableView<?>) stage.getScene().getRoot().lookup("#" + id);
    }

    @Test
    void foundImportEditUndoFileSummariseLockUnlock() throws Exception {
        found();
        importMembers();
        editAndUndo();
        fileAndSummarise();
        lockAndUnlock();
        assertThat(desktop.locked).endsWith(true, false);
    }
}
