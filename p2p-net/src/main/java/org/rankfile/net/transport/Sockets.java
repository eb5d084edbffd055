// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.ScheduledFuture;

import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Netty's event loops and sockets of one mesh.
final class Sockets implements Timers {
    private static final int LOOPS = 2;
    private static final WriteBufferWaterMark MARKS =
            new WriteBufferWaterMark(128 * 1024, 512 * 1024);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(LOOPS, this::thread, NioIoHandler.newFactory());

    private Thread thread(Runnable loop) {
        Thread thread = Thread.ofPlatform().name("rankfile-net").daemon().unstarted(loop);
        threads.add(thread);
        return thread;
    }

    @Override
    public Timers.Pin after(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> later =
                    group.next().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> later.cancel(false);
        } catch (RejectedExecutionException closed) {
            // The loops have ended, and with them everything that a task could be about.
            return () -> {};
        }
    }

    /// Binds; blocks until that is done.
    Channel listen(InetSocketAddress at, Consumer<Channel> accepted) throws NetException {
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, Limits.BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, MARKS)
                        .childHandler(
                                new ChannelInitializer<>() {
                                    @Override
                                    protected void initChannel(Channel child) {
                                        accepted.accept(child);
                                    }
                                })
                        .bind(at)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new NetException(Reason.CANNOT_LISTEN, bound.cause());
        }
        return bound.channel();
    }

    /// Starts to connect.
    ChannelFuture connect(InetSocketAddress to, ChannelHandler handler, Duration within) {
        return new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) within.toMillis())
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, MARKS)
                .handler(handler)
                .connect(to);
    }

    /// Ends all event loops; blocks until their threads are gone.
    void close(Duration within) {
        group.shutdownGracefully(0, within.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
        try {
            for (Thread thread : threads) {
                thread.join(within);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
