// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rankfile.net.Mesh;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Node;

import java.util.Map;

/// js-libp2p in a private network, `@libp2p/pnet` being its connection protector.
class JsPrivateInteropTest extends InteropCases {
    private static final NetworkKey NETWORK = Node.networkKey(3);

    JsPrivateInteropTest() {
        super(NETWORK);
    }

    @Test
    void aWrongKeyGetsNothingInEitherDirection() throws Exception {
        try (Mesh other = Node.open(24, Node.networkKey(4))) {
            String address = other.listen(Node.LOOPBACK).getFirst().toString();
            assertThat(js().call("dial", Map.of("to", address)).get("ok").asBoolean()).isFalse();
            assertThat(other.counters()).containsEntry("wrong_key", 1L);
            assertThatThrownBy(() -> other.dial(js().address()))
                    .isInstanceOfSatisfying(
                            NetException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.NETWORK_KEY));
            assertThat(other.peers()).isEmpty();
        }
    }
}
