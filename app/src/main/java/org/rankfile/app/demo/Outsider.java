// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.Gate;
import org.rankfile.net.IdentifyInfo;
import org.rankfile.net.Limits;
import org.rankfile.net.Mesh;
import org.rankfile.net.MeshConfig;
import org.rankfile.net.Meshes;
import org.rankfile.net.NetException;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Peer;
import org.rankfile.net.Stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;

/// Somebody who is not in the local and dials a member's port with a libp2p of their own.
final class Outsider {
    private static final String IDENTIFY = "/ipfs/id/1.0.0";

    /// What members are served, whether or not identify tells an outsider of it.
    private static final List<String> OURS =
            List.of(
                    "/ipfs/ping/1.0.0",
                    "/ipfs/id/push/1.0.0",
                    "/rankfile/sync/1",
                    "/rankfile/join/1");

    private static final Duration SILENCE = Duration.ofMillis(1500);
    private static final int QUESTION_BYTES = 64;

    private final Machinery machinery;
    private final Patience patience;
    private final int port;
    private final Path folder;

    /// @param port where the member listens
    /// @param folder what the outsider gets is recorded here
    Outsider(Machinery machinery, int port, Path folder) {
        this.machinery = machinery;
        patience = new Patience(machinery);
        this.port = port;
        this.folder = folder;
    }

    /// Dials with a network key that is not the local's.
    ///
    /// @return how many bytes the member sent before the outsider gave up
    long withWrongKey() throws DemoFailed, IOException {
        NetworkKey wrong = new NetworkKey(Secret.random(NetworkKey.BYTES, machinery.random()));
        try (RecordingProxy cable = RecordingProxy.to(port, folder);
                Mesh mesh = mesh(wrong)) {
            Future<Peer> dialling =
                    machinery.io().submit(() -> mesh.dial(Local.loopback(cable.port())));
            patience.pause(SILENCE);
            DemoFailed.unless(
                    !dialling.isDone() || dialling.state() == Future.State.FAILED,
                    "a wrong network key opened a connection");
            dialling.cancel(true);
            return received();
        }
    }

    private long received() throws IOException {
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += file.toString().endsWith("-in") ? Files.size(file) : 0;
            }
        }
        return bytes;
    }

    /// Dials with the local's own network key, as a peer that nobody has admitted.
    ///
    /// @return every protocol on which the member sent anything
    List<String> withRightKey(NetworkKey key) throws DemoFailed {
        try (Mesh mesh = mesh(key)) {
            Peer peer =
                    patience.within(
                            Patience.LONGEST,
                            "an answer to the right network key",
                            () -> mesh.dial(Local.loopback(port)));
            IdentifyInfo about =
                    patience.until(
                            "an answer to identify",
                            () ->
                                    Optional.of(peer.identity())
                                            .filter(known -> !known.agent().isEmpty()));
            Set<String> asked = new TreeSet<>(OURS);
            asked.addAll(about.protocols());
            asked.remove(IDENTIFY);
            List<String> answered = new ArrayList<>(List.of(IDENTIFY));
            for (String protocol : asked) {
                if (answers(peer, protocol)) {
                    answered.add(protocol);
                }
            }
            return answered;
        }
    }

    /// Whether a single byte comes back.
    private boolean answers(Peer peer, String protocol) throws DemoFailed {
        return patience.within(
                Patience.LONGEST,
                "an end of " + protocol,
                () -> {
                    try (Stream stream = peer.open(protocol)) {
                        stream.readTimeout(SILENCE);
                        stream.write(new byte[QUESTION_BYTES]);
                        return stream.read(new byte[1], 0, 1) > 0;
                    } catch (NetException refused) {
                        return false;
                    }
                });
    }

    private Mesh mesh(NetworkKey key) {
        MeshConfig config =
                new MeshConfig(
                        SigningKey.generate(machinery.random()),
                        List.of(),
                        key,
                        Limits.defaults(),
                        machinery.random(),
                        "outsider/1");
        return Meshes.open(config, _ -> Gate.Access.STRANGER);
    }
}
