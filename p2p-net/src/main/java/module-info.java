// SPDX-License-Identifier: GPL-3.0-or-later
/// The libp2p specifications on Netty: bytes in, bytes out. It has never heard of unions.
module org.rankfile.net {
    requires static org.jspecify;
    requires transitive org.rankfile.crypto;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;

    exports org.rankfile.net;
}
