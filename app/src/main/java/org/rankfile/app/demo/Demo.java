// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Json;
import org.rankfile.app.desk.Request;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;
import org.rankfile.domain.demo.DemoData;
import org.rankfile.net.NetworkKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The steps of the demo, in order. Each checks what came of it; the first that is not as it must
/// be ends the demo. For one thread.
public final class Demo {
    private static final int CANARIES = 200;
    private static final int EDITS = 16;
    private static final int WRITES = 64;
    private static final long NONCE_BYTES = 24;

    private final Script script;
    private final Machinery machinery;
    private final Workshop workshop;
    private final Local local;
    private final SplittableRandom random;
    private final List<String> texts;
    private final Steps steps;
    private final Sweep sweep;
    private final List<String> cases = new ArrayList<>();
    private final ObjectNode report = Json.object();

    private Demo(
            Script script,
            Machinery machinery,
            Workshop workshop,
            Local local,
            Consumer<String> progress) {
        this.script = script;
        this.machinery = machinery;
        this.workshop = workshop;
        this.local = local;
        random = new SplittableRandom(script.seed());
        texts = Canaries.draw(random, CANARIES);
        steps = new Steps(progress);
        sweep = new Sweep(local, texts);
    }

    /// Runs the demo from its beginning to its end. Whatever comes of it, no process is left, and
    /// no file but those that are to be kept.
    ///
    /// @param progress is given a line for a person after each step
    /// @return the object that `demo --json` prints
    /// @throws DemoFailed with the step that did not come out as it must, and why
    public static ObjectNode run(Script script, Machinery machinery, Consumer<String> progress)
            throws DemoFailed {
        Children children = new Children();
        Workshop workshop = Workshop.open(script.keep());
        Runnable clear =
                () -> {
                    children.close();
                    workshop.close();
                };
        Runnable forget = machinery.ending().onEnd(clear);
        try (Local local = new Local(workshop, machinery, children)) {
            return new Demo(script, machinery, workshop, local, progress).play();
        } catch (IOException e) {
            throw new DemoFailed("The folders for the demo could not be made.", e);
        } finally {
            clear.run();
            forget.run();
        }
    }

    private ObjectNode play() throws DemoFailed {
        report.put("seed", script.seed());
        report.put("converged", false);
        steps.step(
                "found",
                "Ana founds Local 12 and listens",
                () -> {
                    local.found();
                    return "";
                });
        steps.step(
                "join",
                "Ben and Cleo join as stewards, Dan and Ela as members",
                () -> {
                    local.gather();
                    local.converge();
                    return "over libp2p, through recording proxies";
                });
        steps.step("import", "Ana imports " + script.members() + " workers", this::importWorkers);
        steps.step("file", "Ben files three grievances", this::fileGrievances);
        steps.step("converge", "Everybody has the same", this::converge);
        steps.step("plain", "Dan, a plain member, can read none of it", this::plainMember);
        parting();
        steps.step("summarise", "Cleo's laptop summarises a grievance", this::summarise);
        suddenEnd();
        strike();
        steps.step("outsiders", "Outsiders get nothing", this::outsiders);
        steps.step("search", "All files and all traffic are searched", this::search);
        report.put("millis", steps.millis());
        report.set("measures", steps.measures());
        return report;
    }

    private String importWorkers() throws DemoFailed, IOException {
        Path file = workshop.folder().resolve("members.csv");
        List<String> notes = Canaries.spread(texts, script.members());
        Files.writeString(file, DemoData.members(random, script.members(), notes));
        Request request = Request.of("members import").with("file", file.toString());
        ObjectNode done = local.ana().ask(request);
        // It is readable by its nature: whoever imports a file has it. It is not searched.
        Files.delete(file);
        DemoFailed.unless(
                done.path("new").asInt() == script.members() && done.path("refused").isEmpty(),
                "not every row was taken");
        return "";
    }

    private String fileGrievances() throws DemoFailed {
        for (String statement : DemoData.statements()) {
            String title = texts.get(cases.size());
            Request request =
                    Request.of("grievance new").with("title", title).with("statement", statement);
            cases.add(local.ben().ask(request).path("id").asText());
        }
        return "";
    }

    private String converge() throws DemoFailed {
        Fingerprints same = local.converge();
        for (PeerProcess peer : local.committee()) {
            report.put("members", Records.workers(peer).size());
            report.put("grievances", Records.grievances(peer));
            DemoFailed.unless(
                    report.path("members").asInt() == script.members()
                            && report.path("grievances").asInt() == cases.size(),
                    peer.name() + " lacks records");
        }
        report.put("converged", true);
        report.set("fingerprints", same.json());
        return "the same fingerprints";
    }

    private String plainMember() throws DemoFailed {
        JsonNode circles = local.dan().status().path("circles");
        DemoFailed.unless(
                circles.size() == 1 && circles.path(0).path("name").asText().equals("hall"),
                "his home holds more than the hall");
        for (String verb : List.of("members list", "members export", "grievance list")) {
            DemoFailed.unless(
                    local.dan().refuses(Request.of(verb), "not_in_committee"),
                    "'" + verb + "' was not refused");
        }
        return "";
    }

    private void parting() throws DemoFailed {
        LocalDate today = LocalDate.ofInstant(machinery.time().instant(), ZoneOffset.UTC);
        Apart apart = new Apart(local, cases, texts.subList(0, EDITS), today);
        steps.step(
                "apart",
                "All connections break; the stewards go on, each alone",
                () -> {
                    local.cut();
                    apart.edit();
                    return "the same records changed by two, and others";
                });
        steps.step(
                "meet",
                "They meet again",
                () -> {
                    local.heal();
                    converge();
                    int kept = apart.check();
                    report.put("conflictsKept", kept);
                    return "nothing is lost, " + kept + " fields show both values";
                });
    }

    private String summarise() throws DemoFailed {
        String id = cases.getLast();
        String statement =
                Records.grievance(local.cleo(), id).path("fields").path("statement").asText();
        JsonNode summary = local.cleo().ask(Request.of("grievance summarise").with("id", id));
        JsonNode sentences = summary.path("sentences");
        DemoFailed.unless(!sentences.isEmpty(), "the summary is empty");
        for (JsonNode each : sentences) {
            String there =
                    statement.substring(each.path("start").asInt(), each.path("end").asInt());
            DemoFailed.unless(
                    there.equals(each.path("text").asText()), "a sentence is not in the statement");
        }
        return sentences.size() + " sentences, every one from the statement";
    }

    private void suddenEnd() throws DemoFailed {
        Patience patience = new Patience(machinery);
        List<String> names = texts.subList(EDITS, EDITS + WRITES);
        SuddenEnd end = new SuddenEnd(local, random, names, script.members());
        String name = end.victim().name();
        steps.step(
                "kill",
                name + "'s laptop loses power in the middle of writing (kill -9)",
                () -> {
                    end.happen(patience);
                    report.put("acknowledged", end.acknowledged());
                    return end.acknowledged() + " writes were acknowledged";
                });
        steps.step("crashed", "What is on the disks now is searched", () -> found(sweep.laptops()));
        steps.step(
                "reopen",
                name + " starts again, with nobody to ask",
                () -> {
                    local.cut();
                    local.start(end.victim());
                    int lost = end.lost();
                    report.put("lostAfterKill", lost);
                    DemoFailed.unless(lost == 0, lost + " acknowledged writes are lost");
                    return "the log is whole, no acknowledged write is lost";
                });
        steps.step(
                "again",
                "Everybody meets again",
                () -> {
                    local.heal();
                    return converge();
                });
    }

    private void strike() throws DemoFailed {
        Path folder;
        try {
            folder = workshop.room("ballot");
        } catch (IOException e) {
            throw new DemoFailed("The folder for the ballot could not be made.", e);
        }
        Strike strike = new Strike(local, new Patience(machinery), folder);
        String description = texts.get(EDITS + WRITES);
        steps.step(
                "ballotCall",
                "Ana calls a REHEARSAL of a strike vote",
                () -> strike.prepare(description));
        steps.step("ballotOpen", "It is opened", strike::open);
        steps.step("ballotVote", "Members vote, and Ela's laptop is away", strike::vote);
        steps.step("ballotCount", "Voting ends", strike::count);
        steps.step(
                "ballotVerify",
                "The record is verified",
                () -> {
                    ObjectNode vote = strike.verify();
                    report.set("vote", vote);
                    return "by our verifier; by belenios-tool: "
                            + vote.path("externalTool").asText();
                });
    }

    private String outsiders() throws DemoFailed, IOException {
        int port = local.port(local.ana());
        Outsider outsider = new Outsider(machinery, port, workshop.room("outsider"));
        long bytes = outsider.withWrongKey();
        local.dan().stop();
        List<String> answered = outsider.withRightKey(networkKey());
        ObjectNode json = report.putObject("outsider");
        json.put("wrongKey", bytes);
        answered.forEach(json.putArray("notMember")::add);
        DemoFailed.unless(
                bytes == NONCE_BYTES, "with a wrong key " + bytes + " bytes were sent, not 24");
        DemoFailed.unless(
                answered.size() == 1, "with the right key a stranger was answered on " + answered);
        return "24 random bytes with a wrong key, identify with the right one";
    }

    /// The local's network key, as every member's home holds it.
    private NetworkKey networkKey() throws DemoFailed, IOException {
        PeerProcess dan = local.dan();
        try (Secret passphrase = dan.passphrase();
                OpenHome home = machinery.homes().open(dan.home(), passphrase)) {
            return home.replica().networkKey();
        } catch (HomeRefused refused) {
            throw new DemoFailed("Dan's home does not open", refused);
        }
    }

    private String search() throws DemoFailed, IOException {
        String running = found(sweep.laptops());
        for (PeerProcess peer : local.everybody()) {
            peer.stop();
        }
        String closed = found(sweep.laptops());
        LeakSearch traffic = sweep.traffic();
        steps.measure("trafficBytes", traffic.bytes());
        steps.measure("windows", sweep.windows());
        found(traffic);
        int planted = sweep.control(random, workshop.room("control"));
        steps.measure("plantedAndFound", planted);
        return running
                + " while they ran, "
                + closed
                + " afterwards; all "
                + planted
                + " planted texts were found";
    }

    /// Adds to what was found so far, which must be nothing.
    private String found(LeakSearch search) throws DemoFailed {
        long hits = report.path("plaintextHits").asLong() + search.hits();
        report.put("plaintextHits", hits);
        steps.measure(
                "searchedBytes", steps.measures().path("searchedBytes").asLong() + search.bytes());
        DemoFailed.unless(hits == 0, hits + " pieces of sealed texts are readable");
        DemoFailed.unless(search.bytes() > 0, "there was nothing to search");
        return search.files() + " files";
    }
}
