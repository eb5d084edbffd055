// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class DemoVerbTest {
    @TempDir Path temp;

    @Test
    void aNumberOfMembersThatDoesNotWorkIsWrongUsage() {
        try (CommandLine line = new CommandLine(temp.resolve("home"))) {
            for (String members : new String[] {"5", "-1", "10001", "many"}) {
                CommandLine.Said said = line.run("demo", "--members", members);
                assertThat(said.exit()).isEqualTo(2);
                assertThat(said.err()).contains("--members");
                assertThat(said.out()).isEmpty();
            }
        }
    }
}
