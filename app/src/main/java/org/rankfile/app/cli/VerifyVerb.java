// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Request;

import picocli.CommandLine.Command;

/// `verify`: reads and checks the whole log again.
@Command(name = "verify", description = "Read the whole log from the disk again and check it.")
final class VerifyVerb extends HomeVerb {
    VerifyVerb(Screen screen, Reach reach) {
        super(screen, reach);
    }

    @Override
    Request request() {
        return Request.of("verify");
    }

    @Override
    void show(ObjectNode result) {
        screen.line(
                "All is well: "
                        + result.path("ops").asLong()
                        + " entries, each with its seal, signature, place and right to be there.");
    }
}
