// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.domain.Limits;
import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.EventCodec;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.event.StepParts;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotRefused;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.domain.vote.step.StepReader;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.ContentOp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// All ballots of this device: folds steps, does what is due, now and when its time comes, and
/// tells what people see. Engine thread only.
public final class BallotOffice {
    private static final int JUDGED_AT_ONCE = 20;
    private static final int ROUNDS = 1_000;
    private static final long SHORTEST_MILLIS = 50;
    private static final long REHEARSED_MILLIS = 500;
    private static final long LONGEST_MILLIS = 60_000;

    private final Means means;
    private final Alarm alarm;
    private final Consumer<List<BallotView>> publish;
    private final BallotGate gate;
    private final Proved proved;
    private final StepParts parts = new StepParts();
    private final Map<String, Kept> ballots = new LinkedHashMap<>();
    private final Papers papers;
    private Optional<BallotRefusal> trouble = Optional.empty();
    private boolean gateChanged;
    private boolean posted;
    private boolean acting;
    private boolean again;
    private long alarmMillis = Long.MIN_VALUE;

    /// One ballot, and what this device does for it.
    record Kept(Balloting ballot, Duties duties, Tallying tallying) {}

    /// @param publish is told what people see, whenever that may have changed
    public BallotOffice(Means means, Alarm alarm, Consumer<List<BallotView>> publish) {
        this.means = means;
        this.alarm = alarm;
        this.publish = publish;
        gate = new BallotGate(means.replica());
        proved = new Proved(means.proved());
        papers = new Papers(means);
    }

    /// Begins to take objects without an author. Once, after everything that the log holds was
    /// told.
    public void begin() {
        proved.keepOnly(
                ballots.values().stream()
                        .flatMap(kept -> kept.ballot().open().stream())
                        .map(open -> open.ready().fingerprint())
                        .collect(Collectors.toSet()));
        means.replica().followAuthorless(gate, gate);
    }

    /// Takes an op of the hall.
    public void admitted(ContentOp op) {
        if (op.circle().equals(Means.CIRCLE)) {
            EventCodec.decode(op.body())
                    .ifPresent(envelope ->
                            envelope.events().stream()
                                    .filter(Event.Step.class::isInstance)
                                    .map(Event.Step.class::cast)
                                    .filter(each -> each.key().kind().equals(RecordKey.BALLOT))
                                    .forEach(each -> take(op, each)));
        }
    }

    private void take(ContentOp op, Event.Step part) {
        String id = part.key().id();
        Optional<byte[]> whole = parts.take(op.device(), part);
        if (whole.isEmpty()) {
            return;
        }
        Kept kept = ballots.get(id);
        String election =
                Optional.ofNullable(kept)
                        .flatMap(each -> each.ballot().open())
                        .map(open -> open.ready().fingerprint())
                        .orElse("");
        Optional<Step> step = StepReader.read(part.step(), whole.get(), election);
        if (step.isEmpty()) {
            return;
        }
        if (papers.take(op, id, step.get(), whole.get())) {
            return;
        }
        if (kept == null) {
            if (step.get() instanceof Step.Call call
                    && StepCodec.id(op.author(), whole.get()).equals(id)
                    && Ceremony.isPossible(call.form().officers())
                    && ballots.size() < Limits.BALLOTS) {
                keep(new Balloting(id, op.author(), call.form(), means.me(), proved));
            }
            return;
        }
        if (kept.ballot().take(op, step.get())) {
            kept.ballot().open().ifPresent(gate::open);
            gateChanged = true;
        }
    }

    private void keep(Balloting ballot) {
        keep(ballot, new Tallying());
    }

    /// A batch is over.
    public void changed() {
        if (gateChanged) {
            gateChanged = false;
            means.replica().regate();
        }
        wake();
    }

    /// Does what is due, soon: not within whatever brought the news.
    private void wake() {
        if (acting) {
            again = true;
        } else if (!posted) {
            posted = true;
            post(() -> {
                posted = false;
                act();
            });
        }
    }

    /// What goes wrong there is a bug; the engine goes on, and so do other ballots.
    private void post(Runnable work) {
        try {
            var _ =
                    means.replica()
                            .onEngine(() -> {
                                work.run();
                                return work;
                            });
        } catch (RejectedExecutionException closing) {
            // The engine was stopped: what is due is due again when the home is opened.
        }
    }

    private void act() {
        if (acting) {
            again = true;
            return;
        }
        acting = true;
        try {
            int rounds = 0;
            trouble = Optional.empty();
            do {
                again = false;
                List.copyOf(ballots.values()).forEach(this::act);
                count();
                rounds++;
            } while (again && rounds < ROUNDS);
        } finally {
            acting = false;
        }
        publish.accept(views());
        setAlarm();
    }

    /// Nothing was said. What is due is found again, from the hall and the disk, next time.
    private void failed(Kept kept, BallotRefusal why) {
        trouble = Optional.of(why);
        keep(kept.ballot(), kept.tallying());
    }

    /// Why this device could not do last what is due; empty where it could.
    public Optional<BallotRefusal> trouble() {
        return trouble;
    }

    private void count() {
        try {
            papers.act();
        } catch (AppendRefused refused) {
            trouble = Optional.of(BallotRefused.of(refused).why());
        } catch (IOException failed) {
            trouble = Optional.of(BallotRefusal.DISK);
        }
    }

    private void act(Kept kept) {
        boolean more =
                kept.ballot().open().map(open -> open.box().judge(JUDGED_AT_ONCE)).orElse(false);
        try {
            kept.duties().act();
        } catch (AppendRefused refused) {
            failed(kept, BallotRefused.of(refused).why());
        } catch (IOException failed) {
            failed(kept, BallotRefusal.DISK);
        }
        if (more) {
            post(this::act);
        }
    }

    private void keep(Balloting ballot, Tallying tallying) {
        Duties duties = new Duties(means, ballot, gate, tallying);
        ballots.put(ballot.id(), new Kept(ballot, duties, tallying));
    }

    private void setAlarm() {
        long now = means.millis();
        long next = Long.MAX_VALUE;
        for (Kept each : ballots.values()) {
            next = Math.min(next, next(each, now));
        }
        boolean sooner = alarmMillis <= now || next < alarmMillis;
        if (next == Long.MAX_VALUE || !sooner) {
            return;
        }
        alarmMillis = Math.max(next, now + SHORTEST_MILLIS);
        alarm.after(Duration.ofMillis(alarmMillis - now), () -> post(this::act));
    }

    private static long next(Kept kept, long now) {
        Optional<Balloting.Open> open = kept.ballot().open();
        if (open.isEmpty() || kept.ballot().isWithdrawn()) {
            return Long.MAX_VALUE;
        }
        Schedule schedule = open.get().ready().schedule();
        long next = schedule.next(now);
        long moment = kept.duties().voterIfAny().map(VoterDuty::nextMillis).orElse(0L);
        if (moment > now) {
            next = Math.min(next, moment);
        }
        boolean rehearsal = kept.ballot().form().rehearsal();
        boolean closing = schedule.isOver(now) && kept.ballot().sealed().isEmpty();
        if (closing || schedule.isVoting(now)) {
            next = Math.min(next, now + (rehearsal ? REHEARSED_MILLIS : LONGEST_MILLIS));
        }
        return next;
    }

    private List<BallotView> views() {
        Viewer viewer = new Viewer(means);
        List<BallotView> views = new ArrayList<>();
        for (Kept each : ballots.values()) {
            views.add(viewer.view(each.ballot(), each.duties().voterIfAny(), each.tallying()));
        }
        views.sort(
                Comparator.comparing((BallotView view) -> view.phase() == BallotPhase.WITHDRAWN)
                        .thenComparing(Comparator.comparingLong(BallotOffice::opens).reversed())
                        .thenComparing(BallotView::id));
        return views;
    }

    private static long opens(BallotView view) {
        return view.times().map(times -> times.opens()).orElse(Long.MAX_VALUE / 2);
    }

    /// Ballots on paper.
    public Papers papers() {
        return papers;
    }

    Means means() {
        return means;
    }

    BallotGate gate() {
        return gate;
    }

    /// The ballot that an id, or the start of one, names.
    Kept find(String name) throws BallotRefused {
        Map<String, Kept> found = new HashMap<>();
        ballots.forEach((id, kept) -> {
            if (name.length() >= Limits.PREFIX_CHARS && id.startsWith(name)) {
                found.put(id, kept);
            }
        });
        if (found.size() > 1) {
            throw new BallotRefused(BallotRefusal.AMBIGUOUS);
        }
        return found.values().stream()
                .findFirst()
                .orElseThrow(() -> new BallotRefused(BallotRefusal.NO_SUCH_BALLOT));
    }

    /// All ballots.
    List<Kept> all() {
        return List.copyOf(ballots.values());
    }
}
