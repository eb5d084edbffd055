// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ConnectTimeoutException;

import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.PeerId;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One dial over all addresses behind a name: they are tried in order, the next one as soon as the
/// one before has failed or has been silent for a quarter of a second (RFC 8305, happy eyeballs);
/// the first that succeeds wins.
final class Dial {
    private static final long STAGGER_MILLIS = 250;

    private final NettyMesh mesh;
    private final Optional<PeerId> expected;
    private final List<CompletableFuture<NettyPeer>> attempts = new ArrayList<>();
    private final List<Connection> started = new ArrayList<>();

    Dial(NettyMesh mesh, Optional<PeerId> expected) {
        this.mesh = mesh;
        this.expected = expected;
    }

    /// Blocks until one address has succeeded or all have failed.
    NettyPeer over(List<InetSocketAddress> addresses) throws NetException {
        try {
            NetException last = new NetException(Reason.UNREACHABLE);
            for (InetSocketAddress address : addresses) {
                attempts.add(start(address));
                boolean more = attempts.size() < addresses.size();
                try {
                    return more
                            ? first().get(STAGGER_MILLIS, TimeUnit.MILLISECONDS)
                            : first().get();
                } catch (TimeoutException e) {
                    last = new NetException(Reason.TIMEOUT, e);
                } catch (ExecutionException e) {
                    last = reason(e);
                }
            }
            throw last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetException(Reason.CLOSED, e);
        } finally {
            abandonOthers();
        }
    }

    private CompletableFuture<NettyPeer> start(InetSocketAddress address) {
        Connection connection = new Connection(mesh, true, expected);
        started.add(connection);
        ChannelFuture connecting =
                mesh.sockets().connect(address, connection, mesh.limits().times().connect());
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                Reason reason =
                        done.cause() instanceof ConnectTimeoutException
                                ? Reason.TIMEOUT
                                : Reason.UNREACHABLE;
                connection.ready().completeExceptionally(new NetException(reason, done.cause()));
            }
        });
        return connection.ready();
    }

    /// Succeeds with the first attempt that does, fails when all have failed.
    private CompletableFuture<NettyPeer> first() {
        CompletableFuture<NettyPeer> winner = new CompletableFuture<>();
        for (CompletableFuture<NettyPeer> attempt : attempts) {
            CompletableFuture<Void> _ = attempt.thenAccept(winner::complete);
        }
        CompletableFuture.allOf(attempts.toArray(CompletableFuture<?>[]::new))
                .exceptionally(e -> {
                    winner.completeExceptionally(e);
                    return null;
                });
        return winner;
    }

    private static NetException reason(ExecutionException e) {
        Throwable cause = e.getCause();
        while (cause != null && !(cause instanceof NetException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof NetException known ? known : new NetException(Reason.IO, e);
    }

    private void abandonOthers() {
        boolean won = false;
        for (int i = 0; i < started.size(); i++) {
            CompletableFuture<NettyPeer> attempt = attempts.get(i);
            boolean succeeded = attempt.isDone() && !attempt.isCompletedExceptionally();
            if (!succeeded || won) {
                Connection loser = started.get(i);
                attempt.completeExceptionally(new NetException(Reason.CLOSED));
                loser.abandon();
            }
            won |= succeeded;
        }
    }
}
