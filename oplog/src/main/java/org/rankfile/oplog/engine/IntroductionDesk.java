// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.NetException;
import org.rankfile.net.Peer;
import org.rankfile.net.PeerId;
import org.rankfile.net.Stream;
import org.rankfile.oplog.join.Introduction;
import org.rankfile.oplog.join.IntroductionDoor;
import org.rankfile.oplog.join.IntroductionEnd;
import org.rankfile.oplog.join.JoinLimits;
import org.rankfile.oplog.sync.FrameStream;
import org.rankfile.oplog.sync.SyncRole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;

/// Where peers that one side does not know yet show by whom they were admitted. The conversations
/// block, each on its stream's thread; what touches the log runs on the engine thread.
final class IntroductionDesk {
    static final String PROTOCOL = "/rankfile/introduce/1";

    private static final Duration PATIENCE = Duration.ofSeconds(JoinLimits.INTRODUCTION_SECONDS);

    private final LocalReplica replica;
    private final Semaphore seats = new Semaphore(JoinLimits.INTRODUCTIONS);
    private final Map<PeerId, Integer> failures = new HashMap<>();
    private final Map<String, Long> counters = new ConcurrentSkipListMap<>();

    IntroductionDesk(LocalReplica replica) {
        this.replica = replica;
    }

    /// How often introductions ended how. Any thread.
    Map<String, Long> counters() {
        return counters;
    }

    /// A peer has disconnected: it may try again. Engine thread only.
    void left(PeerId peer) {
        failures.remove(peer);
    }

    /// Introduces us to a peer as one of a circle, and it to us. Blocks.
    ///
    /// @return whether both sides know each other there now
    boolean introduce(Peer peer, Circle circle) throws IOException {
        try (Stream stream = peer.open(PROTOCOL)) {
            List<IntroductionDoor> door = List.of(new CircleDoor(replica, circle, peer.id()));
            return converse(stream, SyncRole.INITIATOR, door) == IntroductionEnd.ACQUAINTED;
        }
    }

    /// Receives somebody who wants to be known.
    void receive(Stream stream) throws IOException {
        PeerId peer = stream.peer().id();
        boolean tiresome =
                replica.call(() -> failures.getOrDefault(peer, 0) >= JoinLimits.INTRODUCTION_TRIES);
        if (tiresome) {
            count("too_many");
        } else {
            converse(stream, SyncRole.RESPONDER, doors(peer));
        }
    }

    private List<IntroductionDoor> doors(PeerId peer) throws IOException {
        return replica.call(() ->
                replica.log().circles().stream()
                        .<IntroductionDoor>map(c -> new CircleDoor(replica, c, peer))
                        .toList());
    }

    private IntroductionEnd converse(Stream stream, SyncRole role, List<IntroductionDoor> doors)
            throws IOException {
        stream.readTimeout(PATIENCE);
        PeerId peer = stream.peer().id();
        byte[] hash = stream.peer().handshakeHash();
        Introduction talk = replica.call(() -> new Introduction(role, hash, doors));
        try {
            send(stream, talk);
            hear(stream, talk);
            if (role == SyncRole.INITIATOR || !talk.isProven()) {
                finish(stream, talk);
            } else {
                finishSeated(stream, talk);
            }
        } finally {
            replica.call(() -> settle(peer, role, talk));
        }
        return talk.end().orElseThrow();
    }

    private void finishSeated(Stream stream, Introduction talk) throws IOException {
        if (!seats.tryAcquire()) {
            count("busy");
            throw new NetException(NetException.Reason.TOO_MANY_STREAMS);
        }
        try {
            finish(stream, talk);
        } finally {
            seats.release();
        }
    }

    private void finish(Stream stream, Introduction talk) throws IOException {
        send(stream, talk);
        while (talk.end().isEmpty()) {
            hear(stream, talk);
            send(stream, talk);
        }
    }

    private Introduction settle(PeerId peer, SyncRole role, Introduction talk) {
        boolean well = talk.end().filter(e -> e == IntroductionEnd.ACQUAINTED).isPresent();
        if (!well && role == SyncRole.RESPONDER) {
            failures.merge(peer, 1, Integer::sum);
        }
        count(talk.end().map(e -> e.name().toLowerCase(Locale.ROOT)).orElse("broken_off"));
        replica.changed();
        return talk;
    }

    private void count(String how) {
        counters.merge("introduction." + how, 1L, Long::sum);
    }

    private void hear(Stream stream, Introduction talk) throws IOException {
        int length = ByteBuffer.wrap(stream.readExactly(Integer.BYTES)).getInt();
        if (length < 1 || length > talk.messageBytes()) {
            throw new IOException("the far end announces an impossible message");
        }
        byte[] message = stream.readExactly(length);
        replica.call(() -> {
            talk.receive(message);
            return talk;
        });
    }

    private void send(Stream stream, Introduction talk) throws IOException {
        Optional<byte[]> message = replica.call(talk::next);
        while (message.isPresent()) {
            stream.write(FrameStream.bytes(List.of(message.get())));
            message = replica.call(talk::next);
        }
    }
}
