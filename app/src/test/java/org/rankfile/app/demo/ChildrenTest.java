// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts 'sleep'")
class ChildrenTest {
    @TempDir Path temp;
    private final Children children = new Children();

    private Process start() throws DemoFailed {
        return children.start(new ProcessBuilder("sleep", "600"), temp.resolve("output"));
    }

    @Test
    void noneOutlivesTheDemo() throws DemoFailed {
        Process first = start();
        Process second = start();
        children.close();
        assertThat(first.isAlive()).isFalse();
        assertThat(second.isAlive()).isFalse();
        assertThat(start().isAlive()).as("one that was being started meanwhile").isFalse();
    }

    @Test
    void oneIsKilledOrStoppedAlone() throws DemoFailed {
        Process killed = start();
        Process stopped = start();
        Process other = start();
        children.kill(killed);
        children.stop(stopped);
        assertThat(killed.isAlive()).isFalse();
        assertThat(stopped.isAlive()).isFalse();
        assertThat(other.isAlive()).isTrue();
        children.close();
    }
}
