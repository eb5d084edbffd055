// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.Limits;
import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What counts of everything done to one thing (a field, an element, a note, a record), with some
/// ops and without them (EV-10).
///
/// @param now with them
/// @param then as if they had not been
record Hindsight<T>(List<T> now, List<T> then) {
    /// Looks back.
    ///
    /// @param causal everything done to the thing, in a causal order
    /// @param op by which op each was done
    /// @param ops to think away
    static <T> Hindsight<T> of(List<T> causal, Function<T, OpMark> op, Set<OpId> ops) {
        List<T> rest = new ArrayList<>(causal);
        rest.removeIf(each -> ops.contains(op.apply(each).id()));
        if (theLastWord(causal, op, ops, rest)) {
            return new Hindsight<>(causal, rest);
        }
        return new Hindsight<>(standing(causal, op), standing(rest, op));
    }

    /// Whether whoever wrote the ops knew everything else: then it is exactly what they saw.
    private static <T> boolean theLastWord(
            List<T> causal, Function<T, OpMark> op, Set<OpId> ops, List<T> rest) {
        return causal.stream()
                .map(op)
                .filter(mark -> ops.contains(mark.id()))
                .allMatch(mark -> rest.stream().map(op).allMatch(mark::knows));
    }

    /// An op that was taken back does not count, nor does the op that took it back, which only
    /// restored what was there before: so the changes before both can be taken back as well. Where
    /// somebody changed the thing apart from the latter, both count as they are, or their change
    /// would come to nothing.
    private static <T> List<T> standing(List<T> causal, Function<T, OpMark> op) {
        List<T> left = new ArrayList<>(causal);
        if (left.size() > Limits.UNDONE_PAST) {
            return left;
        }
        for (T each : causal.reversed()) {
            OpMark undo = op.apply(each);
            if (!undo.undoes().isEmpty()
                    && left.contains(each)
                    && !changedApart(left.stream().map(op).toList(), undo)) {
                left.removeIf(other -> takes(undo, op.apply(other)));
            }
        }
        return left;
    }

    private static boolean takes(OpMark undo, OpMark mark) {
        return mark.equals(undo) || undo.undoes().contains(mark.id());
    }

    /// Whether an op that neither knows the undo nor is known to it builds on what the undo knows,
    /// or stands beside an undo that left nothing.
    private static boolean changedApart(List<OpMark> marks, OpMark undo) {
        List<OpMark> known = marks.stream().filter(undo::knows).toList();
        boolean restores = known.stream().anyMatch(mark -> !takes(undo, mark));
        return marks.stream()
                .filter(mark -> !undo.knows(mark) && !mark.knows(undo))
                .anyMatch(mark -> !restores || known.stream().anyMatch(mark::knows));
    }
}
