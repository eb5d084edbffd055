// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.Malformed;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.BallotSecrets;
import org.rankfile.domain.vote.step.PaperFigures;
import org.rankfile.domain.vote.step.PaperForm;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.PersonId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A ballot on paper whose tellers count each for themselves: nobody's figures are shown before all
/// have sealed theirs, and only the same figures from all of them are a count. Else they count
/// again, in the next round. One instance a ballot; engine thread only.
final class PaperCount {
    private final String id;
    private final PersonId convenor;
    private final PaperForm form;
    private final Firsts<Entry, Hash> sealed = new Firsts<>();
    private final Firsts<Entry, PaperFigures> shown = new Firsts<>();

    private record Entry(int round, PersonId teller) {}

    PaperCount(String id, PersonId convenor, PaperForm form) {
        this.id = id;
        this.convenor = convenor;
        this.form = form;
    }

    void take(ContentOp op, Step step) {
        if (!form.tellers().contains(op.author())) {
            return;
        }
        if (step instanceof Step.CountSealed(int round, Hash hash)) {
            sealed.offer(new Entry(round, op.author()), op, hash);
        } else if (step instanceof Step.CountShown(int round, Hash salt, PaperFigures figures)) {
            Entry entry = new Entry(round, op.author());
            boolean same = sealed.get(entry).map(figures.sealed(salt)::equals).orElse(false);
            if (same) {
                shown.offer(entry, op, figures);
            }
        }
    }

    private boolean isSealedByAll(int round) {
        return form.tellers().stream().allMatch(each -> sealed.has(new Entry(round, each)));
    }

    /// The round that is being counted, from 0.
    int round() {
        int round = 0;
        while (round + 1 < Limits.ROUNDS && isShownByAll(round) && !isAgreed(round)) {
            round++;
        }
        return round;
    }

    private boolean isShownByAll(int round) {
        return isSealedByAll(round) && figures(round).size() == form.tellers().size();
    }

    private List<PaperFigures> figures(int round) {
        List<PaperFigures> all = new ArrayList<>();
        form.tellers().forEach(each -> shown.get(new Entry(round, each)).ifPresent(all::add));
        return all;
    }

    private boolean isAgreed(int round) {
        return isShownByAll(round) && figures(round).stream().distinct().count() == 1;
    }

    /// What all tellers counted; empty before.
    Optional<PaperFigures> agreed() {
        int round = round();
        return isAgreed(round) ? Optional.of(figures(round).getFirst()) : Optional.empty();
    }

    /// Tellers who have not sealed a count in this round.
    List<PersonId> missing() {
        int round = round();
        return form.tellers().stream().filter(each -> !sealed.has(new Entry(round, each))).toList();
    }

    /// Keeps what this teller counted, and seals it.
    ///
    /// @return whether it was this teller's turn
    boolean enter(Means means, PaperFigures figures) throws AppendRefused, IOException {
        int round = round();
        Entry entry = new Entry(round, means.me());
        if (!form.tellers().contains(means.me()) || sealed.has(entry) || agreed().isPresent()) {
            return false;
        }
        byte[] salt = new byte[Hash.BYTES];
        means.random().nextBytes(salt);
        byte[] bytes = figures.bytes();
        byte[] kept = ByteBuffer.allocate(salt.length + bytes.length).put(salt).put(bytes).array();
        means.secrets().put(name(round), Secret.copyOf(kept));
        means.say(id, new Step.CountSealed(round, figures.sealed(Hash.of(salt))));
        return true;
    }

    /// Shows what this teller counted once all have sealed theirs.
    void act(Means means) throws AppendRefused, IOException {
        int round = round();
        Entry entry = new Entry(round, means.me());
        if (!form.tellers().contains(means.me()) || shown.has(entry) || !isSealedByAll(round)) {
            return;
        }
        Optional<Secret> kept = means.secrets().get(name(round));
        if (kept.isPresent()) {
            show(means, round, kept.get());
        }
    }

    private void show(Means means, int round, Secret kept) throws AppendRefused, IOException {
        BallotSecrets secrets = means.secrets();
        try {
            Hash salt = Hash.of(kept.slice(0, Hash.BYTES).expose());
            byte[] bytes = kept.slice(Hash.BYTES, kept.length()).expose();
            means.say(id, new Step.CountShown(round, salt, PaperFigures.read(bytes)));
            secrets.destroy(name(round));
        } catch (Malformed damaged) {
            throw new IOException(damaged);
        }
    }

    private String name(int round) {
        return id + "-paper-" + round;
    }

    String id() {
        return id;
    }

    PersonId convenor() {
        return convenor;
    }

    PaperForm form() {
        return form;
    }
}
