// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `pictures`: the desktop's screens as PNG files, made without a display from invented data.
@Command(name = "pictures", description = "Draw every screen of the desktop into PNG files.")
final class PicturesCommand implements Callable<Integer> {
    private final Surroundings with;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Their folder.")
    Path out = Path.of("");

    PicturesCommand(Surroundings with) {
        this.with = with;
    }

    @Override
    public Integer call() {
        return with.programs().pictures().make(out, with.err());
    }
}
