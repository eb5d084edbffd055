// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Request;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `member list | suspend | reinstate | remove | role | withdraw` and `device list | revoke`.
final class PeopleVerbs {
    private static final int SHOWN = 12;

    private PeopleVerbs() {}

    static CommandLine members(Screen screen, Reach reach) {
        return RankfileCommand.group(
                "member",
                "Who is in the local, and as what.",
                new ListVerb(screen, reach),
                new SuspendVerb(screen, reach),
                new ReinstateVerb(screen, reach),
                new RemoveVerb(screen, reach),
                new RoleVerb(screen, reach),
                new WithdrawVerb(screen, reach));
    }

    static CommandLine devices(Screen screen, Reach reach) {
        return RankfileCommand.group(
                "device",
                "The laptops of those who are in the local.",
                new DevicesVerb(screen, reach),
                new RevokeVerb(screen, reach));
    }

    private static String id(JsonNode value) {
        String id = value.asText();
        return id.substring(0, Math.min(SHOWN, id.length()));
    }

    @Command(name = "list", description = "List who is in, with roles.")
    static final class ListVerb extends HomeVerb {
        ListVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("member list");
        }

        @Override
        void show(ObjectNode result) {
            for (JsonNode member : result.path("members")) {
                screen.line(
                        id(member.path("id"))
                                + "  "
                                + member.path("role").asText()
                                + (member.path("suspended").asBoolean() ? ", suspended" : "")
                                + "  "
                                + member.path("name").asText()
                                + (member.path("me").asBoolean() ? " (you)" : ""));
            }
        }
    }

    /// A verb about one person.
    abstract static class PersonVerb extends HomeVerb {
        @Parameters(
                index = "0",
                paramLabel = "PERSON",
                description = "A name, or the start of an id as 'member list' shows it.")
        String person = "";

        PersonVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        /// Says that something is done, or how many more have to want it.
        void show(ObjectNode result, String done) {
            if (result.path("done").asBoolean()) {
                screen.line(done);
                return;
            }
            screen.line(
                    "Your word is given: "
                            + result.path("wanting").asInt()
                            + " of the "
                            + result.path("quorum").asInt()
                            + " managers that it takes want it. The others say the same command."
                            + " To take your word back: 'member withdraw'.");
        }
    }

    @Command(
            name = "suspend",
            description = "Shut somebody out until another manager reinstates them.")
    static final class SuspendVerb extends PersonVerb {
        SuspendVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("member suspend").with("person", person);
        }

        @Override
        void show(ObjectNode result) {
            show(
                    result,
                    "Suspended. Whoever has heard of it writes nothing for them any more; what they"
                            + " read before they keep. To let them in again: 'member reinstate'.");
        }
    }

    @Command(name = "reinstate", description = "Let in again who was suspended.")
    static final class ReinstateVerb extends PersonVerb {
        ReinstateVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("member reinstate").with("person", person);
        }

        @Override
        void show(ObjectNode result) {
            show(result, "They are in again.");
        }
    }

    @Command(
            name = "remove",
            description = {
                "Shut somebody out for good, with all their laptops.",
                "A manager is removed by more than half of the managers: each says this command."
            })
    static final class RemoveVerb extends PersonVerb {
        @Option(names = "--yes", description = "Yes, though it cannot be undone.")
        boolean yes;

        @Spec CommandSpec spec = CommandSpec.create();

        RemoveVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            if (!yes) {
                throw new ParameterException(
                        spec.commandLine(),
                        "A removal cannot be undone. Say it again with --yes, or use 'member"
                                + " suspend', which can.");
            }
            return Request.of("member remove").with("person", person);
        }

        @Override
        void show(ObjectNode result) {
            show(
                    result,
                    "Removed. Whoever has heard of it writes nothing for them any more; what they"
                            + " read before they keep.");
        }
    }

    @Command(
            name = "role",
            description = {
                "Give somebody another role: member, steward or manager.",
                "To make or unmake a manager takes more than half of the managers."
            })
    static final class RoleVerb extends PersonVerb {
        @Parameters(index = "1", paramLabel = "ROLE")
        String role = "";

        RoleVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("member role").with("person", person).with("role", role);
        }

        @Override
        void show(ObjectNode result) {
            show(result, "They are " + result.path("role").asText() + " now.");
        }
    }

    @Command(
            name = "withdraw",
            description = "Take your word back for a removal, or for a role with --role.")
    static final class WithdrawVerb extends PersonVerb {
        @Option(names = "--role", paramLabel = "ROLE", defaultValue = "")
        String role = "";

        WithdrawVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("member withdraw").with("person", person).with("role", role);
        }

        @Override
        void show(ObjectNode result) {
            show(result, "Your word is taken back.");
        }
    }

    @Command(name = "list", description = "List the laptops of everybody who is in.")
    static final class DevicesVerb extends HomeVerb {
        DevicesVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("device list");
        }

        @Override
        void show(ObjectNode result) {
            for (JsonNode device : result.path("devices")) {
                screen.line(
                        id(device.path("id"))
                                + "  "
                                + device.path("person").asText()
                                + (device.path("mine").asBoolean() ? " (this one)" : ""));
            }
        }
    }

    @Command(
            name = "revoke",
            description = "Shut one laptop out for good: one of yours, or of no manager.")
    static final class RevokeVerb extends PersonVerb {
        @Parameters(
                index = "1",
                paramLabel = "DEVICE",
                description = "The start of its id, as 'device list' shows it.")
        String device = "";

        RevokeVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("device revoke").with("person", person).with("device", device);
        }

        @Override
        void show(ObjectNode result) {
            show(result, "Revoked. Nothing is written for that laptop any more.");
        }
    }
}
