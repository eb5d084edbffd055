// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.crypto.Secret;
import org.rankfile.store.Home;
import org.rankfile.testkit.SeededRandom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class AssemblyTest {
    @TempDir Path temp;

    @Test
    @DisplayName("SYN-41: what failed between two peers is tried again by this machine's timer")
    void aReplicaHasAnAlarmThatRings() throws Exception {
        List<Duration> delays = new ArrayList<>();
        Machine real = Machine.real();
        Machine machine =
                new Machine(
                        real.random(),
                        real.time(),
                        real.zone(),
                        temp,
                        (delay, task) -> {
                            delays.add(delay);
                            task.run();
                        });
        List<String> rung = new ArrayList<>();
        try (Secret root = Secret.random(Assembly.ROOT_BYTES, new SeededRandom(1));
                Assembly assembly =
                        Assembly.create(machine, Home.create(temp.resolve("home")), root)) {
            assembly.parts().alarm().after(Duration.ofSeconds(5), () -> rung.add("again"));
        }
        assertThat(delays).containsExactly(Duration.ofSeconds(5));
        assertThat(rung).containsExactly("again");
    }
}
