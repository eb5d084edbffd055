// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Json;
import org.rankfile.app.desk.Lines;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.oplog.Founding;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `init`: founds a local.
@Command(name = "init", description = "Found a local on this laptop; you are its first manager.")
final class InitVerb extends Verb {
    private final Reach reach;
    private final Homes homes;

    @Option(names = "--local", required = true, paramLabel = "NAME", description = "The local.")
    String local = "";

    @Option(names = "--as", required = true, paramLabel = "PERSON", description = "Your name.")
    String person = "";

    InitVerb(Screen screen, Reach reach, Homes homes) {
        super(screen);
        this.reach = reach;
        this.homes = homes;
    }

    @Override
    Answer run() {
        if (!Founding.isName(local) || !Founding.isName(person)) {
            return Lines.of(new HomeRefused(HomeFault.BAD_NAME));
        }
        if (homes.isHome(reach.dir())) {
            return Lines.of(new HomeRefused(HomeFault.HOME_EXISTS));
        }
        return reach.making(
                passphrase -> homes.create(reach.dir(), passphrase, new Founding(local, person)),
                home ->
                        new Answer.Done(
                                Json.object()
                                        .put("local", local)
                                        .put("home", home.dir().toString())
                                        .put(
                                                "device",
                                                home.replica().status().device().toString())));
    }

    @Override
    void show(ObjectNode result) {
        screen.line("Founded " + local + " in " + result.path("home").asText() + ".");
        screen.line(
                "A forgotten passphrase cannot be recovered: nobody else has it. Keep it safe.");
        screen.line("Next: 'members import FILE.csv', or 'run --listen …' and 'invite'.");
    }
}
