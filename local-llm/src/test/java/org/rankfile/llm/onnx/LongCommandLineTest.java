// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;

/// The runtime in a process whose command line is long, as a program's is that has many libraries
/// in a deep folder.
@Timeout(120)
class LongCommandLineTest {
    private static final int CHARS = 60_000;

    /// What the other process runs.
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) throws Exception {
            NativeRuntime.environment();
            System.exit(7);
        }
    }

    @Test
    void theRuntimeStartsWhateverTheLengthOfTheClassPath() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String nowhere = System.getProperty("path.separator") + "x".repeat(CHARS);
        Process process =
                new ProcessBuilder(
                                java,
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path") + nowhere,
                                Start.class.getName())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).isEqualTo(7);
    }
}
