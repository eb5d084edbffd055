// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.cli.Surroundings;
import org.rankfile.crypto.Secret;

import java.io.Console;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The terminal of this process.
final class SystemTerminal implements Surroundings.Terminal {
    private static final int MAX_BYTES_PER_CHAR = 3;

    /// Since JDK 25 there is again no console where none is attached; Error Prone knows JDK 22.
    @SuppressWarnings("SystemConsoleNull")
    @Override
    public Optional<Secret> passphrase(String prompt) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[typed.length * MAX_BYTES_PER_CHAR];
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        CoderResult _ =
                StandardCharsets.UTF_8
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .encode(CharBuffer.wrap(typed), encoded, true);
        byte[] exact = Arrays.copyOf(bytes, encoded.position());
        Secret secret = Secret.copyOf(exact);
        Arrays.fill(typed, '\0');
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(exact, (byte) 0);
        return Optional.of(secret);
    }
}
