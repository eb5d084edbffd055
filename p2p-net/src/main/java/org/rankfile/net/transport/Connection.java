// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

import org.jspecify.annotations.Nullable;
import org.rankfile.net.Gate;
import org.rankfile.net.Limits;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.PeerId;
import org.rankfile.net.link.SecureChannel;
import org.rankfile.net.link.Upgrade;
import org.rankfile.net.mux.MuxSession;
import org.rankfile.net.mux.MuxStream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Pumps bytes between one socket and the state machines. Fields are touched on the channel's event
/// loop only, unless they are final or volatile.
final class Connection extends ChannelInboundHandlerAdapter implements MuxSession.Host {
    private static final byte[] NOTHING = new byte[0];

    private final NettyMesh mesh;
    private final boolean outbound;
    private final Optional<PeerId> expected;
    private final CompletableFuture<NettyPeer> ready = new CompletableFuture<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable Channel channel;
    private volatile @Nullable MuxSession session;
    private volatile boolean finished;
    private volatile boolean abandoned;
    private @Nullable Upgrade upgrade;
    private @Nullable SecureChannel secure;
    private @Nullable NettyPeer peer;
    private Timers.@Nullable Pin timer;
    private int discarded;
    private int pings;
    private int pongs;

    Connection(NettyMesh mesh, boolean outbound, Optional<PeerId> expected) {
        this.mesh = mesh;
        this.outbound = outbound;
        this.expected = expected;
    }

    /// Done when the peer has proved who it is, or failed with a [NetException].
    CompletableFuture<NettyPeer> ready() {
        return ready;
    }

    boolean outbound() {
        return outbound;
    }

    boolean isOpen() {
        return session != null && !finished;
    }

    /// The far end's address; known while the channel is open.
    Multiaddr remote() {
        return Target.multiaddr((InetSocketAddress) channel().remoteAddress());
    }

    private Channel channel() {
        Channel open = channel;
        if (open == null) {
            throw new IllegalStateException("no channel yet");
        }
        return open;
    }

    MuxStream openStream() throws NetException {
        MuxSession open = session;
        if (open == null) {
            throw new NetException(Reason.CLOSED);
        }
        return open.open();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        mesh.opened(this);
        if (abandoned) {
            ChannelFuture _ = context.close();
            return;
        }
        Upgrade started =
                new Upgrade(
                        new Upgrade.Parameters(
                                outbound,
                                mesh.key(),
                                mesh.keys(outbound),
                                this::check,
                                mesh.random()));
        upgrade = started;
        timer = mesh.timers().after(mesh.limits().times().handshake(), failing(Reason.TIMEOUT));
        send(started.output());
    }

    private void check(PeerId id) throws NetException {
        if (expected.isPresent() && !expected.get().equals(id)) {
            throw new NetException(Reason.WRONG_PEER);
        }
        if (id.equals(mesh.self()) || mesh.gate().accessOf(id) == Gate.Access.REFUSED) {
            throw new NetException(Reason.REFUSED);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        byte[] bytes;
        try {
            ByteBuf buffer = (ByteBuf) message;
            bytes = new byte[buffer.readableBytes()];
            buffer.readBytes(bytes);
        } finally {
            ReferenceCountUtil.release(message);
        }
        try {
            receive(bytes);
        } catch (NetException e) {
            fail(e.reason());
        }
    }

    private void receive(byte[] bytes) throws NetException {
        MuxSession open = session;
        Upgrade under = upgrade;
        if (finished) {
            return;
        }
        if (secure != null && open != null) {
            secure.receive(bytes, open::receive);
        } else if (under != null && under.wrongKey()) {
            discard(bytes);
        } else if (under != null) {
            upgrade(under, bytes);
        }
    }

    private void discard(byte[] bytes) throws NetException {
        discarded += bytes.length;
        if (discarded > Limits.WRONG_KEY_BYTES) {
            throw new NetException(Reason.NETWORK_KEY);
        }
    }

    private void upgrade(Upgrade under, byte[] bytes) throws NetException {
        try {
            under.receive(bytes);
        } finally {
            send(under.output());
        }
        if (under.wrongKey()) {
            mesh.counters.count("wrong_key");
            discard(bytes);
            cancelTimer();
            timer =
                    mesh.timers()
                            .after(mesh.limits().times().wrongKey(), failing(Reason.NETWORK_KEY));
        }
        Optional<SecureChannel> done = under.channel();
        if (done.isPresent()) {
            established(done.get());
        }
    }

    private void established(SecureChannel channel) throws NetException {
        cancelTimer();
        secure = channel;
        Gate.Access access = mesh.gate().accessOf(channel.peer());
        NettyPeer known = new NettyPeer(mesh, this, channel, access);
        MuxSession open = new MuxSession(outbound, mesh.limits(), this);
        peer = known;
        session = open;
        mesh.connected(this, known);
        ready.complete(known);
        keepAlive();
        channel.receive(NOTHING, open::receive);
    }

    private void keepAlive() {
        timer =
                mesh.timers()
                        .after(mesh.limits().times().keepAlive(), () -> onLoop(this::askForLife));
    }

    private void askForLife() {
        MuxSession open = session;
        if (finished || open == null) {
            return;
        }
        pings++;
        open.ping(pings);
        timer =
                mesh.timers()
                        .after(
                                mesh.limits().times().keepAliveAnswer(),
                                () -> onLoop(this::checkLife));
    }

    private void checkLife() {
        if (pongs == pings) {
            keepAlive();
        } else {
            fail(Reason.TIMEOUT);
        }
    }

    private Runnable failing(Reason reason) {
        return () -> onLoop(() -> fail(reason));
    }

    private void onLoop(Runnable task) {
        try {
            channel().eventLoop().execute(task);
        } catch (RejectedExecutionException closed) {
            // The mesh was closed while somebody still wrote: this connection is gone already.
        }
    }

    private void send(byte[] bytes) {
        if (bytes.length > 0) {
            ChannelFuture _ = channel().writeAndFlush(Unpooled.wrappedBuffer(bytes));
        }
    }

    /// Sends what the streams have queued, as much as the socket takes.
    private void flush() {
        woken.set(false);
        Channel out = channel();
        MuxSession open = session;
        SecureChannel seal = secure;
        if (finished || open == null || seal == null) {
            return;
        }
        boolean wrote = false;
        while (out.isWritable()) {
            byte[] plaintext = open.take(SecureChannel.PLAINTEXT_BYTES);
            if (plaintext.length == 0) {
                break;
            }
            ChannelFuture _ = out.write(Unpooled.wrappedBuffer(seal.seal(plaintext)));
            wrote = true;
        }
        if (wrote) {
            out.flush();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Upgrade under = upgrade;
        boolean keyUnproved = under != null && !under.understood() && mesh.isPrivate(outbound);
        fail(secure == null && keyUnproved ? Reason.NETWORK_KEY : Reason.CLOSED);
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext context) {
        if (!outbound) {
            fail(Reason.CLOSED);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            channelInactive(context);
        } else {
            fail(Reason.IO);
            context.fireExceptionCaught(cause);
        }
    }

    /// Says good-bye and disconnects.
    void close(String reason) {
        onLoop(() -> {
            MuxSession open = session;
            if (open != null && !finished) {
                open.goAway();
                flush();
            }
            finish(Reason.CLOSED, reason);
        });
    }

    /// Disconnects without a word, before or after the socket has opened; for a dial that lost.
    void abandon() {
        abandoned = true;
        Channel open = channel;
        if (open != null) {
            ChannelFuture _ = open.close();
        }
    }

    /// Disconnects because of what the far end did, or for the gate.
    void refuse() {
        onLoop(() -> fail(Reason.REFUSED));
    }

    private void fail(Reason reason) {
        if (!finished) {
            mesh.counters.count(peer == null ? "handshake" : "disconnect", reason);
            finish(reason, Counters.name(reason));
        }
    }

    private void finish(Reason reason, String text) {
        if (finished) {
            return;
        }
        finished = true;
        cancelTimer();
        MuxSession open = session;
        if (open != null) {
            open.close();
        }
        if (secure != null) {
            secure.close();
        }
        if (upgrade != null) {
            upgrade.close();
        }
        ready.completeExceptionally(new NetException(reason));
        ChannelFuture _ = channel().close();
        mesh.disconnected(this, peer, text);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    @Override
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            onLoop(this::flush);
        }
    }

    @Override
    public void accepted(MuxStream stream) {
        NettyPeer known = peer;
        if (known != null) {
            mesh.threads().execute(() -> known.serve(stream));
        }
    }

    @Override
    public void pong(int value) {
        pongs = value;
    }

    @Override
    public void goodbye() {
        onLoop(() -> fail(Reason.CLOSED));
    }

    @Override
    public void pause(boolean pause) {
        channel().config().setAutoRead(!pause);
    }

    @Override
    public void linger(MuxStream stream) {
        mesh.timers().after(mesh.limits().times().negotiation(), stream::endLinger);
    }
}
