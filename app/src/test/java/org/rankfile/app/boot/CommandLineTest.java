// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.CommandLine.Said;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// The commands as a person or a script meets them.
@Timeout(120)
class CommandLineTest {
    private static final String LIST = "Emp ID,First,Surname\n1,Rosa,Marín\n2,Tomás,Reyes\n";

    @TempDir Path temp;
    private CommandLine line;

    @BeforeEach
    void found() {
        line = new CommandLine(temp.resolve("home"));
        line.typed.add("correct horse");
        assertThat(line.run("init", "--local", "Local 12", "--as", "Ana").exit()).isZero();
    }

    @AfterEach
    void close() {
        line.close();
    }

    private Path file(String name, String text) throws Exception {
        Path file = temp.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void refused(Said said, String code) {
        assertThat(said.exit()).isOne();
        assertThat(said.json().path("error").path("code").asText()).isEqualTo(code);
        assertThat(said.err()).startsWith("rankfile: ").hasLineCount(1);
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(line.run("--no-such-option").exit()).isEqualTo(2);
        assertThat(line.run("members").exit()).isEqualTo(2);
        assertThat(line.run("members", "set", "1", "no assignment").exit()).isEqualTo(2);
        assertThat(line.run("run", "--for", "soon").exit()).isEqualTo(2);
        assertThat(line.run("--help").exit()).isZero();
    }

    @Test
    void withoutACommandTheDesktopOpensTheHomeThatIsNamed() {
        assertThat(line.run("--home", "elsewhere").exit()).isZero();
        assertThat(line.run().exit()).isZero();
        assertThat(line.desktops).containsExactly(Path.of("elsewhere"), temp.resolve("home"));
    }

    @Test
    void aPassphraseIsTypedTwiceForANewHomeAndOnceForAnOldOne() {
        Path other = temp.resolve("other");
        String[] init = {"--home", other.toString(), "init", "--local", "L", "--as", "A", "--json"};
        line.typed.addAll(List.of("one passphrase", "another one"));
        refused(line.runAsTyped(init), "not_the_same");
        line.typed.addAll(List.of("short", "short"));
        refused(line.runAsTyped(init), "short_passphrase");
        refused(line.runAsTyped(init), "no_terminal");
        assertThat(other).doesNotExist();
        line.typed.add("wrong passphrase");
        refused(line.runAsTyped("status", "--json"), "wrong_passphrase");
        refused(line.json("init", "--local", "L", "--as", "A"), "home_exists");
        refused(line.json("--home", other.toString(), "status"), "no_home");
    }

    @Test
    void aPassphraseFileIsReadToItsFirstLineEnd() throws Exception {
        Path phrase = file("phrase", "correct horse\r\nsecond line\n");
        String[] status = {"--passphrase-file", phrase.toString(), "status", "--json"};
        assertThat(line.runAsTyped(status).exit()).isZero();
        String[] after = {"status", "--json", "--passphrase-file", temp.resolve("no").toString()};
        refused(line.runAsTyped(after), "unreadable");
    }

    @Test
    void anImportIsPlannedDoneAndTakenBack() throws Exception {
        String csv = file("list.csv", LIST + "2,Again,Twice\n").toString();
        ObjectNode planned = line.json("members", "import", csv, "--dry-run").json();
        assertThat(names(planned))
                .startsWith("batch", "rows", "new", "changed", "unchanged", "conflict", "refused");
        assertThat(planned.path("batch").isNull()).isTrue();
        assertThat(line.json("members", "list").json().path("total").asInt()).isZero();
        ObjectNode done = line.json("members", "import", csv).json();
        assertThat(done.path("rows").asInt()).isEqualTo(3);
        assertThat(done.path("new").asInt()).isEqualTo(2);
        assertThat(done.path("refused").get(0).path("line").asInt()).isEqualTo(4);
        assertThat(done.path("refused").get(0).path("reason").asText())
                .isEqualTo("duplicate_in_file");
        String batch = done.path("batch").asText();
        assertThat(line.run("members", "undo-import", batch).exit()).isZero();
        assertThat(line.json("members", "list").json().path("total").asInt()).isZero();
        refused(line.json("members", "undo-import", batch), "nothing_to_undo");
        refused(line.json("members", "import", temp.resolve("none.csv").toString()), "unreadable");
        refused(line.json("members", "import", file("x", "a,b\n").toString()), "no_known_column");
    }

    @Test
    void aRowThatIsLeftOutIsToldWithItsReasonInWords() throws Exception {
        String csv = file("list.csv", "employee_no,first_name\n2,Ana\n2,Ben\n").toString();
        assertThat(line.run("members", "import", csv).out())
                .contains("2 rows: 1 new")
                .contains("line 3 left out: the same number as in line 2\n");
    }

    @Test
    void datesThatCanMeanTwoDaysAreReadAsThePersonSays() throws Exception {
        String csv = file("d.csv", "employee_no,hire_date\n1,3/4/2026\n").toString();
        ObjectNode open = line.json("members", "import", csv).json();
        assertThat(open.path("refused").get(0).path("reason").asText()).isEqualTo("ambiguous_date");
        refused(line.json("members", "import", csv, "--dates", "backwards"), "bad_dates");
        line.run("members", "import", csv, "--dates", "day-first");
        JsonNode members = line.json("members", "list").json().path("members");
        assertThat(members.get(0).path("hire_date").asText()).isEqualTo("2026-04-03");
    }

    @Test
    void aMemberIsFoundChangedAndTheChangeUndone() throws Exception {
        line.run("members", "import", file("list.csv", LIST).toString());
        JsonNode found = line.json("members", "list", "--filter", "marin").json().path("members");
        assertThat(found).hasSize(1);
        String id = found.get(0).path("id").asText();
        ObjectNode set = line.json("members", "set", "1", "job_title=Welder", "notes=a=b").json();
        ObjectNode history = line.json("history", id).json();
        assertThat(history.path("kind").asText()).isEqualTo("worker");
        assertThat(history.path("changes").findValuesAsText("after")).contains("Welder", "a=b");
        assertThat(line.run("undo", set.path("ops").get(0).asText()).exit()).isZero();
        JsonNode now = line.json("members", "list", "--filter", "marin").json().path("members");
        assertThat(now.get(0).has("job_title")).isFalse();
        refused(line.json("members", "set", "1", "no_such_field=1"), "no_such_field");
        refused(line.json("members", "set", "9", "notes=1"), "no_such_record");
        refused(line.json("undo", "0000"), "no_such_op");
        refused(line.json("history", "nobody"), "no_such_record");
    }

    @Test
    void anExportIsANewFileOfItsOwnerAndImportsUnchanged() throws Exception {
        line.run("members", "import", file("list.csv", LIST).toString());
        Path out = temp.resolve("out.csv");
        ObjectNode exported = line.json("members", "export", out.toString()).json();
        assertThat(exported.path("rows").asInt()).isEqualTo(2);
        assertThat(exported.has("csv")).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        refused(line.json("members", "export", out.toString()), "file_exists");
        ObjectNode again = line.json("members", "import", out.toString(), "--dry-run").json();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void aGrievanceIsOpenedDatedListedAndShown() throws Exception {
        String text = file("case.txt", "They cut my hours on Monday.").toString();
        ObjectNode opened = line.json("grievance", "new", "--from", text).json();
        String number = opened.path("number").asText();
        assertThat(number).startsWith("2026-1");
        String deadline = "next_deadline=2026-01-01, Rosa, File at step 1";
        assertThat(line.run("grievance", "set", number, deadline, "stage=Step 1").exit()).isZero();
        JsonNode listed = line.json("grievance", "list").json().path("grievances").get(0);
        assertThat(listed.path("nextDeadline").path("owner").asText()).isEqualTo("Rosa");
        assertThat(line.run("grievance", "list").out()).contains("OVERDUE by", "File at step 1");
        ObjectNode shown = line.json("grievance", "show", number).json();
        assertThat(shown.path("readers").get(0).asText()).isEqualTo("Ana");
        assertThat(shown.path("fields").path("statement").asText())
                .isEqualTo("They cut my hours on Monday.");
        refused(line.json("grievance", "set", number, "next_deadline=2026-13-01"), "bad_value");
        refused(
                line.json("grievance", "resolve", number, "stage", "--choose", "1"),
                "no_such_choice");
        refused(line.json("grievance", "new", "--from", file("e", "").toString()), "no_statement");
        Path out = temp.resolve("cases.csv");
        assertThat(line.run("grievance", "export", out.toString()).exit()).isZero();
        assertThat(Files.readString(out)).contains("They cut my hours");
    }

    @Test
    void whoIsInIsListedAndTheLastManagerStays() {
        Said list = line.run("member", "list", "--json");
        assertThat(list.json().path("members")).hasSize(1);
        String id = list.json().path("members").get(0).path("id").asText();
        assertThat(list.json().path("members").get(0).path("role").asText()).isEqualTo("manager");
        assertThat(line.run("member", "list").out()).contains("(you)", id.substring(0, 12));

        assertThat(line.run("member", "remove", id).exit()).isEqualTo(2);
        refused(line.run("member", "remove", id, "--yes", "--json"), "not_allowed");
        refused(line.run("member", "suspend", id.substring(0, 6), "--json"), "not_allowed");
        refused(line.run("member", "role", id, "steward", "--json"), "not_allowed");
        refused(line.run("member", "role", id, "king", "--json"), "bad_role");
        refused(line.run("member", "suspend", "nobody", "--json"), "no_such_person");
        refused(line.run("device", "revoke", id, "ffff", "--json"), "no_such_device");

        Said devices = line.run("device", "list", "--json");
        assertThat(devices.json().path("devices")).hasSize(1);
        assertThat(devices.json().path("devices").get(0).path("mine").asBoolean()).isTrue();
    }

    @Test
    void statusAndVerifySayWhatIsHeld() {
        ObjectNode status = line.json("status").json();
        assertThat(names(status)).startsWith("local", "device");
        assertThat(status.path("local").asText()).isEqualTo("Local 12");
        assertThat(names((ObjectNode) status.path("circles").get(0)))
                .containsExactly("name", "ops", "fingerprint", "parked", "refused", "penned");
        ObjectNode verified = line.json("verify").json();
        assertThat(names(verified)).containsExactly("ok", "ops", "problems");
        assertThat(verified.path("ok").asBoolean()).isTrue();
    }

    @Test
    void whatRecordsHoldCannotMoveTheCursor() throws Exception {
        Path csv = file("list.csv", "employee_no,first_name\n7,\u001b[2Jgone\u202e\n");
        line.run("members", "import", csv.toString());
        assertThat(line.run("members", "list").out()).doesNotContain("\u001b", "\u202e");
        assertThat(line.json("members", "list").out()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aDamagedLogIsSaidAndLeftAsItIs() throws Exception {
        Path log = temp.resolve("home").resolve("log");
        byte[] whole = Files.readAllBytes(log);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        Files.write(log, cut);
        refused(line.json("status"), "log_damaged");
        byte[] flipped = whole.clone();
        for (int i = 4096; i < flipped.length; i += 512) {
            flipped[i + 100] ^= 0x10;
        }
        Files.write(log, flipped);
        refused(line.json("status"), "log_damaged");
        Files.write(log, whole);
        assertThat(line.json("verify").exit()).isZero();
    }

    @Test
    void commandsOnAHomeThatARunningPeerHoldsGoToIt() throws Exception {
        Thread peer = Thread.ofVirtual().start(() -> line.run("run"));
        line.running.await();
        assertThat(line.runAsTyped("status", "--json").exit()).isZero();
        String csv = file("list.csv", LIST).toString();
        assertThat(line.runAsTyped("members", "import", csv).exit()).isZero();
        refused(line.runAsTyped("invite", "--json"), "not_listening");
        line.enough.countDown();
        peer.join();
        assertThat(temp.resolve("home").resolve("socket")).doesNotExist();
        assertThat(line.json("members", "list").json().path("total").asInt()).isEqualTo(2);
    }
}
