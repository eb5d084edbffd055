// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Json;

import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// A sub-command: does its work, prints the answer for a person or as one JSON object, and returns
/// the exit code (0 done, 1 refused; picocli itself returns 2 for wrong usage).
abstract class Verb implements Callable<Integer> {
    static final int DONE = 0;
    static final int REFUSED = 1;

    final Screen screen;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    boolean json;

    Verb(Screen screen) {
        this.screen = screen;
    }

    /// Does the work.
    abstract Answer run();

    /// Prints a result for a person.
    abstract void show(ObjectNode result);

    @Override
    public final Integer call() {
        return switch (run()) {
            case Answer.Done done -> {
                if (json) {
                    screen.json(done.json());
                } else {
                    show(done.json());
                }
                yield DONE;
            }
            case Answer.Refused refused -> {
                if (json) {
                    screen.json(errorOf(refused));
                }
                screen.note("rankfile: " + refused.line());
                yield REFUSED;
            }
        };
    }

    private static ObjectNode errorOf(Answer.Refused refused) {
        ObjectNode own = refused.json();
        if (own != null) {
            return own;
        }
        ObjectNode object = Json.object();
        object.putObject("error").put("code", refused.code()).put("message", refused.line());
        return object;
    }
}
