// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.util.ArrayList;
import java.util.List;

/// Further ballots in an order, the most telling first, as far as the figures allow: no more added
/// than people are left, none replaced that is not there, the turnout within its bounds.
final class Course {
    private record Leg(Move move, long times) {}

    private final Tally start;
    private final Blank blank;
    private final List<Leg> legs = new ArrayList<>();
    private Tally end;
    private long length;

    Course(Tally start, Blank blank) {
        this.start = start;
        this.blank = blank;
        this.end = start;
    }

    /// Goes on with a move, as often as it is possible and `most` allows.
    Course then(Move move, long most) {
        long times = Math.min(Math.max(0, most), possible(move));
        legs.add(new Leg(move, times));
        end = end.after(move, times);
        length += times;
        return this;
    }

    private long possible(Move move) {
        long times = Long.MAX_VALUE;
        if (move.isAdded()) {
            long cast = end.yes() + end.no() + end.other() + end.blank();
            times = end.roll().most() - cast;
        }
        times = move.yes() < 0 ? Math.min(times, end.yes()) : times;
        times = move.no() < 0 ? Math.min(times, end.no()) : times;
        times = move.other() < 0 ? Math.min(times, end.other()) : times;
        return move.blank() < 0 ? Math.min(times, end.blank()) : times;
    }

    /// How many ballots it has.
    long length() {
        return length;
    }

    /// The turnout at its end.
    long turnout() {
        return end.turnout(blank);
    }

    /// The figures after so many of its ballots.
    Tally after(long ballots) {
        Tally tally = start;
        long left = ballots;
        for (Leg leg : legs) {
            long times = Math.min(left, leg.times());
            tally = tally.after(leg.move(), times);
            left -= times;
        }
        return tally;
    }
}
