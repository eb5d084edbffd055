// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.crypto.Secret;
import org.rankfile.domain.vote.BallotSecrets;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Secrets in a map.
///
/// @param refused ends of names that cannot be written
record MapSecrets(Map<String, Secret> kept, Set<String> refused) implements BallotSecrets {
    @Override
    public Optional<Secret> get(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void put(String name, Secret value) throws IOException {
        if (refused.stream().anyMatch(name::endsWith)) {
            throw new IOException("the disk is full");
        }
        kept.put(name, value);
    }

    @Override
    public void destroy(String name) {
        kept.remove(name);
    }
}
