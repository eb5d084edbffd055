// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// The command line. Without a sub-command it opens the desktop.
@Command(
        name = "rankfile",
        mixinStandardHelpOptions = true,
        version = "Rank & File 0.1.0",
        description = "Member lists and grievances on your members' own laptops, without a server.")
public final class RankfileCommand implements Callable<Integer> {
    private final Surroundings with;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the local's data lives.")
    @Nullable Path home;

    @Option(
            names = "--passphrase-file",
            paramLabel = "F",
            scope = ScopeType.INHERIT,
            description = "A file whose first line is the passphrase; else it is asked for.")
    @Nullable Path passphraseFile;

    private RankfileCommand(Surroundings with) {
        this.with = with;
    }

    /// Runs the command line and returns the exit code: 0 done, 1 refused, 2 wrong usage.
    public static int run(String[] arguments, Surroundings with) {
        RankfileCommand root = new RankfileCommand(with);
        CommandLine line = new CommandLine(root);
        Screen screen = new Screen(with.out(), with.err());
        Reach reach = new Reach(with, root);
        line.addSubcommand(new DemoVerb(screen, with.programs().demo()));
        line.addSubcommand(new InitVerb(screen, reach, with.homes()));
        line.addSubcommand(new JoinVerb(screen, reach, with.homes()));
        line.addSubcommand(new InviteVerb(screen, reach));
        line.addSubcommand(RequestsVerbs.group(screen, reach));
        line.addSubcommand(PeopleVerbs.members(screen, reach));
        line.addSubcommand(PeopleVerbs.devices(screen, reach));
        line.addSubcommand(new RunVerb(screen, reach, with));
        line.addSubcommand(new StatusVerb(screen, reach));
        line.addSubcommand(new VerifyVerb(screen, reach));
        line.addSubcommand(MembersVerbs.group(screen, reach));
        line.addSubcommand(GrievanceVerbs.group(screen, reach));
        line.addSubcommand(new HistoryVerb(screen, reach));
        line.addSubcommand(new UndoVerb(screen, reach));
        line.addSubcommand(BallotVerbs.group(screen, reach, with));
        line.addSubcommand(new SummariseVerb(screen, with.in()));
        line.addSubcommand(new PicturesCommand(with));
        line.addSubcommand(new BenchVerb(screen, with.homes()));
        line.setOut(with.out()).setErr(with.err());
        return line.execute(arguments);
    }

    /// A command that only groups others: called alone, it says so and is wrong usage.
    static CommandLine group(String name, String description, Object... verbs) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        spec.mixinStandardHelpOptions(true);
        CommandLine group = new CommandLine(spec);
        for (Object verb : verbs) {
            group.addSubcommand(verb);
        }
        return group;
    }

    @Override
    public Integer call() {
        return with.programs().desktop().open(home == null ? with.homes().usual() : home);
    }
}
