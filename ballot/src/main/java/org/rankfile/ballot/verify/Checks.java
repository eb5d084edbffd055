// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.Election;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Runs checks side by side, and knows what was checked before.
record Checks(Executor executor, Known known) {
    private static final Label CHECKED = new Label("rankfile/ballot-checked/1");

    /// The answers for all, in their order.
    <A, B> List<B> each(List<A> all, Function<A, B> check) {
        List<CompletableFuture<B>> running =
                all.stream()
                        .map(one -> CompletableFuture.supplyAsync(() -> check.apply(one), executor))
                        .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    /// Whether a text was found valid in this election.
    boolean known(Election election, byte[] text) {
        return known.contains(name(election, text));
    }

    void remember(Election election, byte[] text) {
        known.add(name(election, text));
    }

    private static Hash name(Election election, byte[] text) {
        byte[] fingerprint = election.fingerprint().getBytes(StandardCharsets.US_ASCII);
        return Hash.sha256(CHECKED, fingerprint, Hash.sha256Plain(text).bytes());
    }
}
