// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.Gate;
import org.rankfile.net.Limits;
import org.rankfile.net.Mesh;
import org.rankfile.net.MeshConfig;
import org.rankfile.net.Meshes;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.Stream;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinFailed;
import org.rankfile.oplog.JoinRefusal;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.join.JoinLimits;
import org.rankfile.oplog.join.JoinerSession;
import org.rankfile.oplog.join.JoinerStatus;
import org.rankfile.oplog.sync.FrameStream;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Joins a local: asks over the invitation's own network, waits for a manager, then synchronises
/// with the inviter until our own admission has come.
public final class JoinRun {
    private static final Duration PATIENCE = Duration.ofHours(12);
    private static final long FIRST_SYNC_SECONDS = 120;

    private final ReplicaParts parts;
    private final Invitation invitation;
    private final String name;
    private final Consumer<List<String>> words;

    private JoinRun(
            ReplicaParts parts, Invitation invitation, String name, Consumer<List<String>> words) {
        this.parts = parts;
        this.invitation = invitation;
        this.name = name;
        this.words = words;
    }

    /// See [org.rankfile.oplog.Replicas#join].
    public static NetworkedReplica join(
            ReplicaParts parts, Invitation invitation, String name, Consumer<List<String>> words)
            throws StoreException, NetException, JoinFailed {
        return new JoinRun(parts, invitation, name, words).run();
    }

    private NetworkedReplica run() throws StoreException, NetException, JoinFailed {
        if (parts.store().read(txn -> Records.belonging(txn).isPresent())) {
            throw new StoreException(Reason.HOME_EXISTS, null);
        }
        Multiaddr inviter = ask(device());
        MeshReplica replica = new MeshReplica(LocalReplica.open(parts));
        boolean settled = false;
        try {
            replica.dial(inviter);
            replica.arrived().get(FIRST_SYNC_SECONDS, TimeUnit.SECONDS);
            settled = true;
            return replica;
        } catch (ExecutionException | TimeoutException e) {
            throw new NetException(NetException.Reason.TIMEOUT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetException(NetException.Reason.CLOSED, e);
        } finally {
            if (!settled) {
                replica.close();
            }
        }
    }

    /// The keys of an earlier attempt, which the inviter may know already, or fresh ones.
    private Device device() throws StoreException {
        Optional<Device> known = parts.store().read(Records::device);
        if (known.isPresent()) {
            return known.get();
        }
        Device fresh = Records.freshDevice(parts.random());
        return parts.store()
                .write(txn -> {
                    Records.putDevice(txn, fresh);
                    return fresh;
                });
    }

    private Multiaddr ask(Device device) throws StoreException, NetException, JoinFailed {
        MeshConfig config =
                new MeshConfig(
                        device.peer(),
                        List.of(),
                        invitation.networkKey(),
                        Limits.defaults(),
                        parts.random(),
                        MeshReplica.AGENT,
                        parts.time());
        try (Mesh mesh = Meshes.open(config, _ -> Gate.Access.STRANGER)) {
            NetException last = new NetException(NetException.Reason.BAD_ADDRESS);
            for (Multiaddr address : invitation.addresses()) {
                try {
                    Multiaddr to = address.withPeer(invitation.inviter());
                    Stream stream = mesh.dial(to).open(MeshReplica.JOIN);
                    converse(stream, device);
                    return to;
                } catch (NetException e) {
                    last = e;
                } catch (IOException e) {
                    last = new NetException(NetException.Reason.IO, e);
                }
            }
            throw last;
        }
    }

    private void converse(Stream stream, Device device)
            throws IOException, StoreException, JoinFailed {
        JoinerSession session =
                new JoinerSession(
                        invitation,
                        device,
                        name,
                        stream.peer().handshakeHash(),
                        stream.peer().id());
        stream.readTimeout(PATIENCE);
        FrameStream frames = new FrameStream(JoinLimits.INVITER_MESSAGE_BYTES);
        byte[] buffer = new byte[16 * 1024];
        stream.write(FrameStream.bytes(session.start()));
        while (!isOver(session)) {
            int n = stream.read(buffer, 0, buffer.length);
            if (n < 0) {
                throw new NetException(NetException.Reason.CLOSED);
            }
            for (byte[] message : feed(frames, buffer, n)) {
                stream.write(FrameStream.bytes(session.receive(message)));
                if (session.status() instanceof JoinerStatus.Waiting asked) {
                    words.accept(asked.words());
                }
            }
        }
        stream.closeWrite();
        if (session.status() instanceof JoinerStatus.Refused refused) {
            throw new JoinFailed(refused.reason());
        }
    }

    private static List<byte[]> feed(FrameStream frames, byte[] buffer, int n) throws JoinFailed {
        try {
            return frames.feed(buffer, 0, n);
        } catch (FrameStream.FrameTooLarge e) {
            throw new JoinFailed(JoinRefusal.BAD_MESSAGE);
        }
    }

    private boolean isOver(JoinerSession session) throws StoreException, JoinFailed {
        if (session.status() instanceof JoinerStatus.Admitted admitted) {
            Handover handover =
                    admitted.handover().stream()
                            .findFirst()
                            .flatMap(Handover::of)
                            .orElseThrow(() -> new JoinFailed(JoinRefusal.BAD_MESSAGE));
            Records.Belonging belonging =
                    new Records.Belonging(
                            handover.local(),
                            admitted.networkKey(),
                            Optional.of(invitation.inviter()),
                            handover.circles());
            parts.store()
                    .write(txn -> {
                        Records.putBelonging(txn, belonging);
                        return belonging;
                    });
            return true;
        }
        return session.status() instanceof JoinerStatus.Refused;
    }
}
