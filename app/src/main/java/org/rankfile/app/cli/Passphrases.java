// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Answer;
import org.rankfile.crypto.Secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Where a passphrase comes from: the first line of a file, or the terminal; never an argument or
/// the environment, which other programs can read.
final class Passphrases {
    private static final int FILE_BYTES = 4096;

    private final Surroundings.Terminal terminal;

    Passphrases(Surroundings.Terminal terminal) {
        this.terminal = terminal;
    }

    /// Why there is none.
    static final class None extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Answer.Refused answer;

        None(String code, String line) {
            super(code);
            answer = new Answer.Refused(code, line);
        }

        Answer.Refused answer() {
            return answer;
        }
    }

    /// The passphrase of a home that exists.
    Secret existing(@Nullable Path file) throws None {
        return file == null ? ask("Passphrase: ") : read(file);
    }

    /// The passphrase of a new home: on a terminal it is typed twice.
    Secret fresh(@Nullable Path file) throws None {
        if (file != null) {
            return read(file);
        }
        Secret first = ask("New passphrase (it cannot be recovered if forgotten): ");
        try (Secret second = ask("The same again: ")) {
            if (!first.equals(second)) {
                first.close();
                throw new None("not_the_same", "The two were not the same. Nothing was made.");
            }
        }
        return first;
    }

    private Secret ask(String prompt) throws None {
        Optional<Secret> typed = terminal.passphrase(prompt);
        return typed.orElseThrow(() ->
                new None(
                        "no_terminal",
                        "There is no terminal to ask for the passphrase. Put it in a file"
                                + " and name that with --passphrase-file."));
    }

    private static Secret read(Path file) throws None {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(FILE_BYTES);
        } catch (IOException unreadable) {
            throw new None("unreadable", "The passphrase file cannot be read.");
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        byte[] line = Arrays.copyOf(bytes, end);
        Secret secret = Secret.copyOf(line);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(line, (byte) 0);
        return secret;
    }
}
