// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.JsonNode;

import org.rankfile.app.desk.Request;
import org.rankfile.net.Multiaddr;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.InvitationText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The local of the demo: five laptops, and the recorded cables between them. Ana founds it, Ben
/// and Cleo are stewards, Dan and Ela are plain members.
final class Local implements AutoCloseable {
    private final PeerProcess ana;
    private final PeerProcess ben;
    private final PeerProcess cleo;
    private final PeerProcess dan;
    private final PeerProcess ela;
    private final Path folder;
    private final Path traffic;
    private final Patience patience;
    private final Map<PeerProcess, RecordingProxy> cableTo = new ConcurrentHashMap<>();
    private final Map<PeerProcess, Multiaddr> listening = new ConcurrentHashMap<>();

    Local(Workshop workshop, Machinery machinery, Children children) throws IOException {
        folder = workshop.folder();
        traffic = workshop.room("traffic");
        patience = new Patience(machinery);
        ana = PeerProcess.fresh("Ana", folder, machinery, children);
        ben = PeerProcess.fresh("Ben", folder, machinery, children);
        cleo = PeerProcess.fresh("Cleo", folder, machinery, children);
        dan = PeerProcess.fresh("Dan", folder, machinery, children);
        ela = PeerProcess.fresh("Ela", folder, machinery, children);
    }

    PeerProcess ana() {
        return ana;
    }

    PeerProcess ben() {
        return ben;
    }

    PeerProcess cleo() {
        return cleo;
    }

    PeerProcess dan() {
        return dan;
    }

    PeerProcess ela() {
        return ela;
    }

    List<PeerProcess> committee() {
        return List.of(ana, ben, cleo);
    }

    List<PeerProcess> everybody() {
        return List.of(ana, ben, cleo, dan, ela);
    }

    /// Where what passed between the peers is recorded.
    Path traffic() {
        return traffic;
    }

    /// Ana founds the local and starts to listen.
    void found() throws DemoFailed {
        ana.command("init", "--local", "Local 12", "--as", ana.name());
        start(ana);
    }

    /// The others come in: Ben after Ana has compared words with him, the others with invitations
    /// that admit whoever brings them.
    void gather() throws DemoFailed {
        patience.together(
                List.of(
                        () -> join(ben, "steward", false),
                        () -> join(cleo, "steward", true),
                        () -> join(dan, "member", true),
                        () -> join(ela, "member", true)));
        patience.together(List.of(() -> start(ben), () -> start(dan), () -> start(ela)));
        start(cleo);
    }

    private Void join(PeerProcess newcomer, String role, boolean auto) throws DemoFailed {
        Path file = folder.resolve("invitation-" + newcomer.name());
        try {
            Files.writeString(file, invitation(role, auto) + "\n");
            if (auto) {
                newcomer.command("join", file.toString(), "--as", newcomer.name());
            } else {
                patience.together(
                        List.of(
                                () -> {
                                    newcomer.command(
                                            "join", file.toString(), "--as", newcomer.name());
                                    return null;
                                },
                                () -> admit(newcomer)));
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new DemoFailed("an invitation could not be written", e);
        }
        return null;
    }

    /// An invitation whose address is the recorded cable's end instead of Ana's port.
    private String invitation(String role, boolean auto) throws DemoFailed {
        Request request = Request.of("invite").with("role", role).with("autoApprove", auto);
        String text = ana.ask(request).path("invitation").asText();
        if (!(InvitationText.read(text) instanceof InvitationText.Good(Invitation made))) {
            throw new DemoFailed("what 'invite' gave is no invitation");
        }
        Multiaddr cable = cable(ana).withoutPeer().orElseThrow();
        return new Invitation(made.inviter(), List.of(cable), made.secret(), made.expires()).text();
    }

    /// Ana compares the words that the newcomer sees with her own, and approves.
    private Void admit(PeerProcess newcomer) throws DemoFailed {
        JsonNode waiting =
                patience.until(
                        "a request to join",
                        () ->
                                Optional.ofNullable(
                                        ana.ask(Request.of("requests list"))
                                                .path("requests")
                                                .get(0)));
        String words = waiting.path("words").asText();
        DemoFailed.unless(
                newcomer.lastLine().endsWith(words), "the words on both screens are not the same");
        ana.ask(
                Request.of("requests approve")
                        .with("id", waiting.path("id").asText())
                        .with("words", words));
        return null;
    }

    /// Starts a peer. Whoever dials it does so over its recorded cable; Ben, Dan and Ela dial Ana,
    /// Cleo dials Ana and Ben.
    Void start(PeerProcess peer) throws DemoFailed {
        List<String> dial = peer == cleo ? List.of(cable(ben).toString()) : List.of();
        Multiaddr here = Multiaddr.of(peer.run(dial));
        listening.put(peer, here);
        try {
            RecordingProxy cable = cableTo.get(peer);
            if (cable == null) {
                cableTo.put(peer, RecordingProxy.to(port(peer), traffic));
            } else {
                cable.retarget(port(peer));
            }
        } catch (IOException e) {
            throw new DemoFailed("the loopback address cannot be listened on", e);
        }
        return null;
    }

    /// The port on which a peer listens now.
    int port(PeerProcess peer) {
        return address(peer).parts().stream()
                .filter(part -> part.protocol().equals("tcp"))
                .mapToInt(part -> Integer.parseInt(part.value()))
                .findFirst()
                .orElseThrow();
    }

    private Multiaddr address(PeerProcess peer) {
        return Objects.requireNonNull(listening.get(peer));
    }

    /// A peer's address at the near end of its cable.
    private Multiaddr cable(PeerProcess peer) {
        RecordingProxy cable = Objects.requireNonNull(cableTo.get(peer));
        return loopback(cable.port()).withPeer(address(peer).peer().orElseThrow());
    }

    static Multiaddr loopback(int port) {
        return Multiaddr.of("/ip4/127.0.0.1/tcp/" + port);
    }

    /// Breaks all cables and waits until everybody has noticed.
    void cut() throws DemoFailed {
        cableTo.values().forEach(RecordingProxy::cut);
        patience.until(
                "the connections to break",
                () -> {
                    for (PeerProcess peer : everybody()) {
                        if (!peer.status().path("peers").isEmpty()) {
                            return Optional.empty();
                        }
                    }
                    return Optional.of(true);
                });
    }

    /// Mends all cables.
    void heal() {
        cableTo.values().forEach(RecordingProxy::heal);
    }

    /// Waits until everybody holds the same.
    Fingerprints converge() throws DemoFailed {
        Fingerprints same =
                patience.until("all copies to be the same", () -> Fingerprints.ofSame(this));
        for (PeerProcess peer : everybody()) {
            // The log has it a moment before the lists do; this waits for that moment's work.
            peer.ask(Request.of("requests list"));
        }
        return same;
    }

    @Override
    public void close() {
        cableTo.values().forEach(RecordingProxy::close);
    }
}
