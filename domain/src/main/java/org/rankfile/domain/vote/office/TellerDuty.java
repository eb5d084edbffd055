// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.closing.ClosedBox;
import org.rankfile.ballot.closing.Closing;
import org.rankfile.ballot.closing.ClosingMessage;
import org.rankfile.ballot.closing.Opening;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.witness.Head;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AppendRefused;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A teller's part at the end of one ballot: countersigns where witnesses' logs end, agrees with
/// the others on one box, and decrypts that one. What is said is in the hall, on disk, before it
/// goes to anybody; a new instance takes it back in from there.
final class TellerDuty {
    private static final long PATIENCE_MILLIS = 10L * 60 * 1000;
    private static final long REHEARSED_PATIENCE_MILLIS = 4_000;

    private final Means means;
    private final Balloting ballot;
    private final int number;
    private final OfficeKeys keys;
    private final Closing closing;
    private final Set<Head> seen = new HashSet<>();
    private int heard;
    private long sinceMillis = -1;
    private int epoch;

    /// @param number among the tellers, from 0
    TellerDuty(Means means, Balloting ballot, int number, OfficeKeys keys) {
        this.means = means;
        this.ballot = ballot;
        this.number = number;
        this.keys = keys;
        Open open = ballot.open().orElseThrow();
        closing = new Closing(open.ready().council(), number, keys.signing());
        for (Balloting.Posted<ClosingMessage> each : ballot.closing()) {
            if (each.said().teller() == number) {
                closing.recall(each.said());
            }
        }
        open.box().countersigned().stream()
                .filter(each -> each.signer() == number)
                .forEach(each -> seen.add(each.head()));
    }

    void act(Open open) throws AppendRefused, IOException {
        Schedule schedule = open.ready().schedule();
        if (!schedule.isOver(means.millis())) {
            return;
        }
        countersign(open);
        if (ballot.part(means.me()).isPresent()) {
            return;
        }
        Optional<Rolls.Version> roll = open.rolls().standing();
        boolean settled = means.seconds() >= open.ready().notice().times().settles();
        if (!settled || !open.box().isJudged() || roll.isEmpty()) {
            return;
        }
        close(roll.get(), open.box().close(roll.get()));
        Optional<ClosedBox> sealed = Tallying.sealed(ballot, open);
        if (sealed.isPresent()) {
            decrypt(open, sealed.get());
        }
    }

    /// Not after this teller closed: what comes then could have been written then.
    private void countersign(Open open) throws AppendRefused {
        boolean closed = ballot.closing().stream().anyMatch(each -> each.said().teller() == number);
        if (closed) {
            return;
        }
        for (Head.Signed end : open.box().ends()) {
            if (seen.add(end.head())) {
                means.say(ballot, new Step.Seen(end.head().countersign(number, keys.signing())));
            }
        }
    }

    private void close(Rolls.Version roll, ClosedBox box) throws AppendRefused {
        Hash root = box.statement().root();
        if (ballot.contents(root).isEmpty() && closing.agreed().isEmpty()) {
            means.say(ballot, new Step.Contents(roll.roll().statement().version(), ids(box)));
        }
        say(closing.have(root));
        List<Balloting.Posted<ClosingMessage>> all = ballot.closing();
        for (; heard < all.size(); heard++) {
            say(closing.receive(all.get(heard).said()));
        }
        long patience =
                (ballot.form().rehearsal() ? REHEARSED_PATIENCE_MILLIS : PATIENCE_MILLIS)
                        * (1L + closing.epoch());
        if (sinceMillis < 0 || closing.epoch() > epoch) {
            epoch = closing.epoch();
            sinceMillis = means.millis();
        } else if (closing.agreed().isEmpty() && means.millis() >= sinceMillis + patience) {
            turn();
        }
    }

    private static List<Hash> ids(ClosedBox box) {
        List<CastEnvelope> all = new ArrayList<>(box.set().exported());
        all.addAll(box.set().equivocations());
        all.addAll(box.set().repeated());
        return all.stream().map(CastEnvelope::id).sorted().toList();
    }

    /// The current attempt has failed for this teller.
    void turn() throws AppendRefused {
        sinceMillis = means.millis();
        say(closing.turn());
    }

    private void say(List<ClosingMessage> messages) throws AppendRefused {
        for (ClosingMessage each : messages) {
            means.say(ballot, new Step.Closing(each));
        }
    }

    private void decrypt(Open open, ClosedBox box) throws AppendRefused, IOException {
        Optional<Hash> agreed = closing.agreed();
        if (agreed.isEmpty()
                || !agreed.get().equals(box.statement().root())
                || ballot.part(means.me()).isPresent()) {
            return;
        }
        Optional<Scalar> share = means.chest(ballot).share();
        if (share.isEmpty()) {
            return;
        }
        Opening opening =
                new Opening(open.ready().council(), NoticeDuty.least(ballot), Optional.empty());
        if (opening.open(box, closing.seals(), share.get(), means.random())
                instanceof Opening.Outcome.Part(Hash root, var part)) {
            means.say(ballot, new Step.Part(root, part));
        }
    }
}
