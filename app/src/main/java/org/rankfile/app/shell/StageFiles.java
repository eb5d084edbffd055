// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.rankfile.app.fx.FileChoice;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// Asks with the system's own dialogs.
public final class StageFiles implements FileChoice {
    private final Window window;

    /// @param window the dialogs' owner
    public StageFiles(Window window) {
        this.window = window;
    }

    @Override
    public Optional<Path> open(String title, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(plain(title));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("." + ending, "*." + ending),
                        new FileChooser.ExtensionFilter("*", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(plain(title));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }

    /// A button's words without the mark of its mnemonic.
    private static String plain(String title) {
        return title.replace("_", "");
    }
}
