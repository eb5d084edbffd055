// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.ballot.notice.Times;
import org.rankfile.domain.vote.BallotRecord;
import org.rankfile.domain.vote.BallotView;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// One ballot: where it stands, and what its officers do by hand.
final class BallotViewModel {
    /// A rehearsal has the longest that it may, in seconds.
    static final long REHEARSAL_GRACE = 10;

    /// What a convenor chooses from, in hours: from the shortest that there is to a week.
    static final List<Integer> GRACES = List.of(1, 24, 72, 168);

    /// Three days.
    static final int USUAL_GRACE = 72;

    private static final long HOUR_SECONDS = 60 * 60;

    final ObjectProperty<@Nullable BallotView> ballot = new SimpleObjectProperty<>();
    final Asking asking;

    private final String id;
    private final Workplace workplace;
    private final Polls polls;
    private final BallotWords words;
    private final Subscription following;

    BallotViewModel(String id, Workplace workplace, Polls polls, BallotWords words) {
        this.id = id;
        this.workplace = workplace;
        this.polls = polls;
        this.words = words;
        asking = new Asking(workplace);
        following = workplace.session().beat().subscribe(now -> refresh());
    }

    private void refresh() {
        BallotView now =
                polls.all().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
        if (now == null || !now.equals(ballot.get())) {
            ballot.set(now);
        }
    }

    private Texts texts() {
        return workplace.texts();
    }

    BallotWords words() {
        return words;
    }

    /// Opens the ballot.
    ///
    /// @param opens as `2026-11-30 08:00`, where this laptop is
    /// @param grace how long ballots that were in time may travel, in hours; not for a rehearsal
    void open(String opens, String closes, int grace) {
        Optional<Long> from = seconds(opens);
        Optional<Long> to = seconds(closes);
        BallotView now = ballot.get();
        if (from.isEmpty() || to.isEmpty()) {
            asking.error.set(texts().get(BallotsText.BAD_TIME));
        } else if (to.get() <= from.get()) {
            asking.error.set(texts().get(BallotsText.TIMES_TURNED));
        } else if (now != null) {
            long seconds = now.rehearsal() ? REHEARSAL_GRACE : grace * HOUR_SECONDS;
            asking.ask(
                    polls.open(id, new Times(from.get(), to.get(), seconds)),
                    opened -> workplace.say().accept(texts().get(BallotsText.OPENED)));
        }
    }

    private Optional<Long> seconds(String typed) {
        try {
            LocalDateTime time = LocalDateTime.parse(typed.strip().replace(' ', 'T'));
            long seconds = time.atZone(workplace.session().home().zone()).toEpochSecond();
            return Optional.of(seconds).filter(each -> each >= 0 && each < Integer.MAX_VALUE * 2L);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /// A proposal: so many hours from now, on the hour, as it is typed.
    String hoursFromNow(int hours) {
        LocalDateTime now =
                LocalDateTime.ofInstant(
                        workplace.session().home().time().instant(),
                        workplace.session().home().zone());
        LocalDateTime then = now.plusHours(hours).withMinute(0).withSecond(0).withNano(0);
        return then.toString().replace('T', ' ');
    }

    /// Calls the ballot off. The person was asked.
    void withdraw() {
        asking.ask(
                polls.withdraw(id),
                withdrawn -> workplace.say().accept(texts().get(BallotsText.WITHDRAWN)));
    }

    /// Enrols with a new credential. The person was asked.
    void enrolAgain() {
        asking.ask(
                polls.enrolAgain(id),
                enrolled -> workplace.say().accept(texts().get(BallotsText.ENROLLED_AGAIN)));
    }

    /// Destroys what this teller decrypts with. The person was asked.
    void destroyShare() {
        asking.ask(
                polls.destroyShare(id),
                gone -> workplace.say().accept(texts().get(BallotsText.DESTROYED)));
    }

    /// Writes the record: the archive, and beside it the annex and the declaration.
    void save(Path archive) {
        BallotView now = ballot.get();
        if (now == null) {
            return;
        }
        List<String> tellers = now.officers().tellers().stream().map(words::name).toList();
        asking.ask(
                polls.record(id, workplace.session().home().today(), tellers),
                made -> write(archive, made));
    }

    private void write(Path archive, BallotRecord made) {
        RecordFiles files = new RecordFiles(archive);
        asking.busy.set(true);
        workplace
                .session()
                .tasks()
                .start(
                        IOException.class,
                        () -> files.write(made, texts()),
                        new Tasks.Ends<>(
                                written -> {
                                    asking.busy.set(false);
                                    workplace.say().accept(texts().get(BallotsText.SAVED, written));
                                },
                                refused -> {
                                    asking.busy.set(false);
                                    asking.error.set(
                                            texts().get(
                                                            refused
                                                                            instanceof
                                                                            FileAlreadyExistsException
                                                                    ? BallotsText.FILE_THERE
                                                                    : BallotsText.NOT_SAVED));
                                }));
    }

    /// It is left.
    void close() {
        following.unsubscribe();
    }
}
