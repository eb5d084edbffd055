// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Json;
import org.rankfile.app.desk.Request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A rehearsal of a strike vote: Ana, Ben, Cleo and Dan are tellers, of whom three are needed; Ana
/// and Ben list the voters, Ana, Ben and Cleo are witnesses. Ela is away during the vote. Three
/// voters have no laptop and vote at Dan's.
final class Strike {
    private static final String QUESTION = "Shall we strike?";
    private static final int CARDS = 3;
    private static final int VOTERS = 5 + CARDS;
    private static final int THRESHOLD = 3;
    private static final String DURATION = "+48s";
    private static final String GRACE = "3s";

    private final Local local;
    private final Patience patience;
    private final Path folder;
    private final List<String> cards = new ArrayList<>();
    private String id = "";

    /// @param folder for what is carried and for the record
    Strike(Local local, Patience patience, Path folder) {
        this.local = local;
        this.patience = patience;
        this.folder = folder;
    }

    /// Ana calls it; laptops take their offices and make the key.
    ///
    /// @param description what voters are told
    String prepare(String description) throws DemoFailed {
        Request request =
                Request.of("ballot new")
                        .with("title", "Strike vote")
                        .with("description", description)
                        .with("questions", Map.of("1", QUESTION))
                        .with("rules", "simple-majority")
                        .with("rehearsal", true)
                        .with("tellers", names(4))
                        .with("registrars", names(2))
                        .with("witnesses", names(3));
        request.arguments().put("threshold", THRESHOLD).put("cards", CARDS);
        ObjectNode called = local.ana().ask(request);
        id = called.path("id").asText();
        called.path("cards").forEach(card -> cards.add(card.asText()));
        waitFor(local.ana(), "the key", view -> phase(view).equals("prepared"));
        return "four tellers have made the key, each with a share that nobody else has";
    }

    private Map<String, String> names(int count) {
        Map<String, String> names = new TreeMap<>();
        for (PeerProcess each : local.everybody().subList(0, count)) {
            names.put(String.valueOf(names.size() + 1), each.name());
        }
        return names;
    }

    /// It is opened, and everybody enrols by themselves.
    String open() throws DemoFailed {
        local.ana().ask(request("ballot open").with("closes", DURATION).with("grace", GRACE));
        for (PeerProcess each : local.everybody()) {
            waitFor(
                    each,
                    each.name() + " to be enrolled",
                    view ->
                            phase(view).equals("voting")
                                    && view.path("vote").path("entry").asText().equals("enrolled"));
        }
        return "all tellers have signed it; five laptops enrolled by themselves";
    }

    /// People vote; Ana twice, Ela far from everybody.
    String vote() throws DemoFailed, IOException {
        local.ela().stop();
        cast(local.ana(), "No");
        cast(local.ben(), "Yes");
        cast(local.cleo(), "Yes");
        cast(local.dan(), "No");
        String[] answers = {"Yes", "Yes", "No"};
        for (int i = 0; i < CARDS; i++) {
            local.dan()
                    .ask(
                            request("ballot cast")
                                    .with("answers", Map.of("1", answers[i]))
                                    .with("card", cards.get(i)));
        }
        carry("Yes", "stick");
        waitFor(local.ana(), "Ana's first ballot", view -> progress(view).equals("witnessed"));
        cast(local.ana(), "Yes");
        for (PeerProcess each : List.of(local.ana(), local.dan())) {
            waitFor(
                    each,
                    "all ballots to be witnessed",
                    view ->
                            view.path("turnout").path("witnessed").asInt() == VOTERS
                                    && progress(view).equals("witnessed"));
        }
        return VOTERS + " voted: three with cards at Dan's laptop, Ela's ballot came by file";
    }

    private void cast(PeerProcess peer, String answer) throws DemoFailed {
        peer.ask(request("ballot cast").with("answers", Map.of("1", answer)));
    }

    /// Ela casts where there is no network, and the file is brought to Dan.
    private void carry(String answer, String name) throws DemoFailed {
        Path file = folder.resolve(name);
        local.ela().command("ballot", "cast", id, "--answer", answer);
        local.ela().command("ballot", "handover", "--out", file.toString());
        bring(file);
    }

    private void bring(Path file) throws DemoFailed {
        ObjectNode taken =
                local.dan().ask(Request.of("ballot handover-in").with("file", file.toString()));
        DemoFailed.unless(taken.path("new").asInt() == 1, "the carried ballot was not taken in");
    }

    /// Voting ends; Ela's second ballot arrives after that. Tellers agree and decrypt.
    String count() throws DemoFailed, IOException {
        Path late = folder.resolve("late");
        local.ela().command("ballot", "cast", id, "--answer", "No");
        local.ela().command("ballot", "handover", "--out", late.toString());
        waitFor(local.dan(), "the end of voting", view -> !phase(view).equals("voting"));
        bring(late);
        for (PeerProcess each : local.everybody().subList(0, 4)) {
            waitFor(each, each.name() + " to have counted", view -> phase(view).equals("counted"));
        }
        local.start(local.ela());
        waitFor(local.ela(), "Ela to see the result", view -> phase(view).equals("counted"));
        return "the tellers agreed on one box and opened it once; a late ballot is set aside";
    }

    /// The record is written by one and checked by programs that know nothing else.
    ObjectNode verify() throws DemoFailed, IOException {
        ObjectNode record = local.ben().ask(request("ballot export").with("language", "en"));
        String uuid = record.path("uuid").asText();
        Path room = Files.createDirectory(folder.resolve("record"));
        Path archive = room.resolve(uuid + ".bel");
        Path annex = folder.resolve("annex.json");
        Files.write(archive, Base64.getDecoder().decode(record.path("archive").asText()));
        Files.writeString(annex, record.path("annex").asText());
        local.cleo().command("ballot", "verify", archive.toString(), "--annex", annex.toString());
        JsonNode outcome = show(local.ela()).path("outcome");
        ObjectNode json = Json.object();
        json.put("verified", true);
        json.put("externalTool", new Belenios(room).verdict());
        json.put("cast", outcome.path("ballots").asInt());
        json.put("counted", outcome.path("counted").asInt());
        json.put("late", outcome.path("aside").asInt());
        json.put("outcome", outcome.path("decision").asText().toUpperCase(Locale.ROOT));
        JsonNode answers = outcome.path("result").path(0).path("answers");
        boolean right =
                answers.path(0).path("count").asInt() == 6
                        && answers.path(1).path("count").asInt() == 2
                        && json.path("cast").asInt() == VOTERS + 1
                        && json.path("counted").asInt() == VOTERS
                        && json.path("late").asInt() == 1;
        DemoFailed.unless(right, "the result is not what was voted");
        return json;
    }

    private Request request(String verb) {
        return Request.of(verb).with("id", id);
    }

    private ObjectNode show(PeerProcess peer) throws DemoFailed {
        return peer.ask(request("ballot show"));
    }

    private void waitFor(PeerProcess peer, String what, Predicate<JsonNode> reached)
            throws DemoFailed {
        patience.until(
                what,
                () -> {
                    ObjectNode view = show(peer);
                    return reached.test(view) ? Optional.of(view) : Optional.empty();
                });
    }

    private static String phase(JsonNode view) {
        return view.path("phase").asText();
    }

    /// How far a peer's last ballot is.
    private static String progress(JsonNode view) {
        JsonNode cast = view.path("vote").path("cast");
        return cast.path(cast.size() - 1).path("progress").asText();
    }
}
