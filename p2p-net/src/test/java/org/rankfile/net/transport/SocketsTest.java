// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class SocketsTest {
    /// A stream may be let go by its own thread just after the mesh was closed.
    @Test
    void whatIsDueAfterClosingIsForgottenWithoutFault() {
        Sockets sockets = new Sockets();
        sockets.close(Duration.ofSeconds(30));
        List<String> ran = new ArrayList<>();
        sockets.after(Duration.ZERO, () -> ran.add("late")).cancel();
        assertThat(ran).isEmpty();
    }
}
