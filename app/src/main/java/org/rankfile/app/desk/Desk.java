// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.home.OpenHome;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.Refusal;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Summary;
import org.rankfile.oplog.AppendRefused;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Carries out requests on one open home. Any thread but the engine's and the window's; blocks
/// until the work is done and durable.
public final class Desk {
    private final OpenHome home;
    private final Summaries summaries;
    private final Map<String, Work> works = new HashMap<>();

    /// Makes summaries; loads the model when the first is wanted.
    @FunctionalInterface
    public interface Summaries {
        /// The summary of a text, or the reason why there is none.
        Summary of(String text) throws LlmException;
    }

    /// One verb.
    @FunctionalInterface
    interface Work {
        ObjectNode run(Request request) throws DeskRefused;
    }

    /// A desk for an open home, which stays the caller's.
    public Desk(OpenHome home, Summaries summaries) {
        this.home = home;
        this.summaries = summaries;
        new LocalWork(this).register(works);
        new MemberWork(this).register(works);
        new PeopleWork(this).register(works);
        new GrievanceWork(this).register(works);
        new RecordWork(this).register(works);
        new BallotWork(this).register(works);
        new BoothWork(this).register(works);
        new PaperWork(this).register(works);
    }

    /// Carries out a request.
    public Answer answer(Request request) {
        Work work = works.get(request.verb());
        if (work == null) {
            return new Answer.Refused(
                    "unknown_verb", "The running peer is of another version. Start it again.");
        }
        try {
            return new Answer.Done(work.run(request));
        } catch (DeskRefused refused) {
            return refused.answer();
        }
    }

    OpenHome home() {
        return home;
    }

    Summaries summaries() {
        return summaries;
    }

    /// Refuses where this device holds nothing of members and grievances: an empty list would be a
    /// lie.
    void needCommittee() throws DeskRefused {
        if (!home.union().inCommittee()) {
            throw new DeskRefused(Lines.of(new Outcome.Refused(Refusal.NOT_IN_COMMITTEE, "")));
        }
    }

    /// Submits a command and waits for it.
    Outcome submit(Command command) throws DeskRefused {
        return await(home.union().submit(command));
    }

    /// Submits a command that must be done.
    Outcome.Done done(Command command) throws DeskRefused {
        return switch (submit(command)) {
            case Outcome.Done done -> done;
            case Outcome.Refused refused -> throw new DeskRefused(Lines.of(refused));
            case Outcome.Imported _ -> throw new IllegalStateException("not an import");
        };
    }

    /// Waits for work on the engine thread. What that throws unchecked is a bug and ends it here.
    static <T> T await(Future<T> work) throws DeskRefused {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskRefused("interrupted", "Interrupted. Look whether it was done.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AppendRefused refused) {
                throw new DeskRefused(Lines.of(refused));
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
