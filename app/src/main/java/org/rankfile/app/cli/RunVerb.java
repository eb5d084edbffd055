// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Desk;
import org.rankfile.app.desk.DeskServer;
import org.rankfile.app.desk.Json;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.OpenHome;
import org.rankfile.oplog.ReplicaStatus.PeerStatus;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// `run`: a peer that listens, dials, synchronises and serves the home's socket.
@Command(
        name = "run",
        description = "Connect to fellow members and stay in sync; other commands go through it.")
final class RunVerb extends Verb {
    private final Reach reach;
    private final Surroundings with;

    @Option(
            names = "--listen",
            paramLabel = "MULTIADDR",
            description = "Where to listen: /ip4/0.0.0.0/tcp/4001. Without it, only dials.")
    List<String> listen = List.of();

    @Option(
            names = "--dial",
            paramLabel = "MULTIADDR",
            description = "Whom to dial: /ip4/192.168.1.7/tcp/4001/p2p/12D3…")
    List<String> dial = List.of();

    @Option(names = "--for", paramLabel = "SECONDS", description = "End after this time.")
    @Nullable Long seconds;

    RunVerb(Screen screen, Reach reach, Surroundings with) {
        super(screen);
        this.reach = reach;
        this.with = with;
    }

    @Override
    Answer run() {
        return reach.opening(this::serve);
    }

    private Answer serve(OpenHome home) throws HomeRefused {
        Desk desk = new Desk(home, with.summaries());
        DeskServer server = DeskServer.start(home.dir(), () -> Optional.of(desk), with.io());
        try {
            List<String> addresses = home.network().connect(listen, dial);
            ObjectNode up = Json.object();
            ArrayNode at = up.putArray("addresses");
            addresses.forEach(at::add);
            if (json) {
                screen.json(up);
            } else {
                addresses.forEach(each -> screen.line("Listening on " + each));
                screen.line("Connected. Ctrl+C ends.");
            }
            Runnable quiet = home.union().subscribe(new Told(home)::tell);
            with.stay().until(Optional.ofNullable(seconds).map(Duration::ofSeconds));
            quiet.run();
        } finally {
            server.close();
        }
        return new Answer.Done(Json.object());
    }

    @Override
    void show(ObjectNode result) {
        screen.line("Ended. Everything is on this laptop's disk.");
    }

    /// Says with whom we are in sync, whenever that changes.
    private final class Told {
        private final OpenHome home;
        private String last = "";

        Told(OpenHome home) {
            this.home = home;
        }

        void tell() {
            String now =
                    home.replica().status().peers().stream()
                            .map(Told::phrase)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "));
            if (!json && !now.equals(last)) {
                last = now;
                screen.line(now.isEmpty() ? "Nobody is reachable now." : now);
            }
        }

        private static String phrase(PeerStatus peer) {
            String name = peer.person().isEmpty() ? "somebody unknown" : peer.person();
            return name + ": " + StatusVerb.words(peer.state().name().toLowerCase(Locale.ROOT));
        }
    }
}
