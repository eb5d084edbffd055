// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.sync;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Session;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.text.Texts;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.ReplicaStatus;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.ReplicaStatus.PeerStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How far this laptop is in step with others, in words; and the one switch of the network.
public final class SyncViewModel {
    /// Says "in sync" only where every peer's state is.
    enum Sign {
        OFFLINE,
        ALONE,
        COMPARING,
        IN_SYNC,
        FAILED
    }

    private static final int NAMES = 3;

    final StringProperty words = new SimpleStringProperty("");
    final StringProperty missing = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");
    final BooleanProperty connected = new SimpleBooleanProperty();
    final BooleanProperty busy = new SimpleBooleanProperty();
    final javafx.beans.property.ObjectProperty<Sign> sign =
            new javafx.beans.property.SimpleObjectProperty<>(Sign.OFFLINE);

    private final Session session;
    private final Texts texts;
    private final Supplier<List<String>> listenAt;

    /// @param listenAt where to listen; runs in the background
    public SyncViewModel(Session session, Texts texts, Supplier<List<String>> listenAt) {
        this.session = session;
        this.texts = texts;
        this.listenAt = listenAt;
        session.beat().subscribe(now -> show());
    }

    private void show() {
        ReplicaStatus status = session.status().get();
        boolean on = session.connected().get();
        connected.set(on);
        List<PeerStatus> known =
                status.peers().stream().filter(peer -> !peer.person().isEmpty()).toList();
        sign.set(sign(on, known));
        words.set(
                switch (sign.get()) {
                    case OFFLINE -> texts.get(SyncText.OFFLINE);
                    case ALONE -> texts.get(SyncText.ALONE);
                    case COMPARING ->
                            texts.get(SyncText.COMPARING, names(known, PeerState.SYNCING));
                    case IN_SYNC -> texts.get(SyncText.IN_SYNC, names(known, PeerState.IN_SYNC));
                    case FAILED -> texts.get(SyncText.FAILED, names(known, PeerState.FAILED));
                });
        int away = away(status);
        missing.set(on && away > 0 ? texts.get(SyncText.MISSING, away) : "");
    }

    private static Sign sign(boolean on, List<PeerStatus> known) {
        if (!on) {
            return Sign.OFFLINE;
        }
        if (known.isEmpty()) {
            return Sign.ALONE;
        }
        if (known.stream().anyMatch(peer -> peer.state() == PeerState.FAILED)) {
            return Sign.FAILED;
        }
        boolean all = known.stream().allMatch(peer -> peer.state() == PeerState.IN_SYNC);
        return all ? Sign.IN_SYNC : Sign.COMPARING;
    }

    private String names(List<PeerStatus> peers, PeerState state) {
        List<String> names =
                new ArrayList<>(
                        peers.stream()
                                .filter(peer -> peer.state() == state || state == PeerState.SYNCING)
                                .map(PeerStatus::person)
                                .distinct()
                                .toList());
        if (names.size() > NAMES) {
            return texts.get(SyncText.MANY, names.size());
        }
        return String.join(", ", names);
    }

    /// People of the hall, we ourselves apart, of whom no device is connected. Peers are matched by
    /// name, the only thing that the status tells of whose they are.
    private int away(ReplicaStatus status) {
        List<String> here = status.peers().stream().map(PeerStatus::person).toList();
        int away = 0;
        for (Member member : session.home().replica().members("hall")) {
            List<DeviceId> devices = member.devices();
            boolean ours = devices.contains(status.device());
            if (!ours && !here.contains(member.name())) {
                away++;
            }
        }
        return away;
    }

    /// Connects, or disconnects.
    void toggle() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        error.set("");
        boolean off = session.connected().get();
        session.tasks()
                .start(
                        HomeRefused.class,
                        () -> {
                            if (off) {
                                session.home().network().disconnect();
                            } else {
                                session.home().network().connect(listenAt.get(), List.of());
                            }
                            return true;
                        },
                        new Tasks.Ends<>(
                                done -> over(),
                                refused -> {
                                    error.set(texts.of(refused.fault()));
                                    over();
                                }));
    }

    private void over() {
        busy.set(false);
        session.refresh();
    }
}
