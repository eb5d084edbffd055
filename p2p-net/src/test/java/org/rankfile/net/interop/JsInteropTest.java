// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rankfile.net.Limits;
import org.rankfile.net.Mesh;
import org.rankfile.net.MeshConfig;
import org.rankfile.net.Meshes;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.Node;

import java.time.Duration;
import java.util.Map;

/// js-libp2p without a private network.
class JsInteropTest extends InteropCases {
    JsInteropTest() {
        super(null);
    }

    @Test
    void aPrivateNetworkIsClosedToAJsPeerWithoutKey() throws Exception {
        Limits hasty =
                Limits.defaults()
                        .withTimes(Limits.Times.defaults().withHandshake(Duration.ofSeconds(1)));
        MeshConfig config = Node.config(23, Node.networkKey(2), hasty);
        try (Mesh closed = Meshes.open(config, Node.EVERYONE)) {
            String address = closed.listen(Node.LOOPBACK).getFirst().toString();
            assertThat(js().call("dial", Map.of("to", address)).get("ok").asBoolean()).isFalse();
            assertThat(closed.counters()).containsEntry("handshake.timeout", 1L);
            assertThatThrownBy(() -> closed.dial(js().address()))
                    .isInstanceOfSatisfying(
                            NetException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.NETWORK_KEY));
        }
    }
}
