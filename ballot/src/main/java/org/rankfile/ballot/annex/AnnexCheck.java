// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.annex;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.ArchiveEvent;
import org.rankfile.ballot.archive.ArchiveEvent.Cast;
import org.rankfile.ballot.archive.ArchiveEvent.Setup;
import org.rankfile.ballot.archive.ArchiveReader;
import org.rankfile.ballot.cast.CastCheck;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.closing.ClosedBox;
import org.rankfile.ballot.closing.Council;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.trustee.Trustee;
import org.rankfile.ballot.trustee.Trustees;
import org.rankfile.ballot.verify.ArchiveSource;
import org.rankfile.ballot.witness.Postmarks;
import org.rankfile.crypto.Hash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks an archive that holds against its annex. Keeps all ballots in memory.
public final class AnnexCheck {
    private final Election election;
    private final Trustees trustees;
    private final CredentialList credentials;
    private final long time;
    private final List<byte[]> ballots;
    private final Annex annex;

    private AnnexCheck(Setup setup, long time, List<byte[]> ballots, byte[] annex)
            throws Malformed {
        election = Election.read(setup.election());
        trustees = Trustees.read(setup.trustees());
        credentials = CredentialList.read(setup.credentials());
        this.time = time;
        this.ballots = ballots;
        this.annex = AnnexJson.read(annex, election.fingerprint());
    }

    /// Checks an annex.
    ///
    /// @param archive one that holds
    /// @param annex the bytes of its annex
    /// @throws Malformed for what is no annex, with the place
    public static AnnexCheck of(ArchiveSource archive, byte[] annex) throws IOException, Malformed {
        List<byte[]> ballots = new ArrayList<>();
        try (InputStream in = archive.open()) {
            ArchiveReader reader = new ArchiveReader(in);
            Setup setup = null;
            for (Optional<ArchiveEvent> event = reader.next();
                    event.isPresent();
                    event = reader.next()) {
                switch (event.get()) {
                    case Setup first -> setup = first;
                    case Cast(byte[] ballot) -> ballots.add(ballot);
                    default -> {
                        // What is in the others follows from these.
                    }
                }
            }
            if (setup == null) {
                throw new Malformed("", "an archive without a set-up");
            }
            return new AnnexCheck(setup, reader.timestamp(), ballots, annex);
        }
    }

    /// The annex.
    public Annex annex() {
        return annex;
    }

    /// What they show together. Checks every ballot again.
    public AnnexVerdict verdict() {
        Postmarks postmarks = new Postmarks(annex.notice().panel(election.fingerprint()));
        annex.receipts().forEach(postmarks::add);
        annex.ends().forEach(postmarks::addEnd);
        annex.countersigned().forEach(postmarks::addCountersignature);
        Set<Hash> timely = postmarks.timely();
        Set<Element> late = late(timely);
        Set<Element> voted = new HashSet<>();
        Optional<String> closing = closingFlaw(timely, voted);
        return new AnnexVerdict(
                noticeFlaw().or(this::rollFlaw),
                noticeFlaw().or(() -> closing),
                convenor(),
                annex.roll().statement().entitled(),
                annex.roll().statement().enrolled(),
                late.size(),
                late.stream().anyMatch(voted::contains));
    }

    private ConvenorSign convenor() {
        return annex.convenor()
                .map(signature ->
                        annex.notice().isCalledBy(signature)
                                ? ConvenorSign.SIGNED
                                : ConvenorSign.WRONG)
                .orElse(ConvenorSign.UNSIGNED);
    }

    private Optional<String> noticeFlaw() {
        Notice notice = annex.notice();
        if (!election.terms().equals(notice.terms())) {
            return Optional.of("notice: of another election");
        }
        if (!Hash.sha256Plain(annex.rules().getBytes(StandardCharsets.UTF_8))
                .equals(notice.rules())) {
            return Optional.of("rules: others than were announced");
        }
        Council council = notice.council(election.fingerprint());
        for (int i = 0; i < council.size(); i++) {
            boolean agreed =
                    i < annex.agreed().size()
                            && notice.isSignedBy(council.tellers().get(i), annex.agreed().get(i));
            if (!agreed) {
                return Optional.of("agreed[" + i + "]: not signed by the teller");
            }
        }
        boolean asAnnounced =
                trustees.list().size() == 1
                        && trustees.list().getFirst() instanceof Trustee.Pedersen
                        && trustees.members().size() == council.size()
                        && trustees.list().getFirst().needed() == notice.officers().threshold();
        return asAnnounced
                ? Optional.empty()
                : Optional.of("trustees: not as many, or not as many needed, as announced");
    }

    private Optional<String> rollFlaw() {
        var statement = annex.roll().statement();
        if (!statement.uuid().equals(election.uuid())) {
            return Optional.of("roll: of another election");
        }
        if (!annex.roll().holds(annex.notice().officers().registrars())) {
            return Optional.of("roll: not signed by enough registrars");
        }
        if (statement.entitled() != annex.notice().entitled()) {
            return Optional.of("roll.entitled: not as many as announced");
        }
        return statement.flaw(credentials).map("roll."::concat);
    }

    private Optional<String> closingFlaw(Set<Hash> timely, Set<Element> voted) {
        if (time != annex.notice().times().closes()) {
            return Optional.of("time: the archive has another than the end of voting");
        }
        if (annex.heads().size() != ballots.size()) {
            return Optional.of("envelopes: not one for each ballot");
        }
        List<CastEnvelope> in = new ArrayList<>(annex.also());
        List<Hash> order = new ArrayList<>();
        try {
            for (int i = 0; i < ballots.size(); i++) {
                CastEnvelope envelope = envelope(annex.heads().get(i), ballots.get(i));
                in.add(envelope);
                order.add(envelope.id());
                voted.add(envelope.ballot().credential());
            }
        } catch (Malformed wrong) {
            return Optional.of("envelopes: " + wrong.getMessage());
        }
        ClosedBox box =
                ClosedBox.of(
                        new ClosedBox.Frame(
                                election, trustees, credentials, annex.roll().statement().root()),
                        in,
                        timely);
        if (!box.aside().isEmpty()) {
            ClosedBox.Aside first = box.aside().getFirst();
            return Optional.of("envelopes: one is " + first.why() + " " + first.flaw());
        }
        if (!box.set().exported().stream().map(CastEnvelope::id).toList().equals(order)) {
            return Optional.of("envelopes: the archive has other ballots, or in another order");
        }
        return annex.notice()
                        .council(election.fingerprint())
                        .sealed(box.statement().root(), annex.seals())
                ? Optional.empty()
                : Optional.of("seals: not those of enough tellers, for this set");
    }

    private static CastEnvelope envelope(byte[] head, byte[] ballot) throws Malformed {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head);
        whole.writeBytes(ballot);
        return CastEnvelope.read(whole.toByteArray());
    }

    /// The credentials of valid ballots that were there in time and came too late.
    private Set<Element> late(Set<Hash> timely) {
        CastCheck check = new CastCheck(election, credentials);
        Set<Element> late = new HashSet<>();
        for (CastEnvelope envelope : annex.aside()) {
            if (timely.contains(envelope.id()) && check.flaw(envelope).isEmpty()) {
                late.add(envelope.ballot().credential());
            }
        }
        return late;
    }
}
