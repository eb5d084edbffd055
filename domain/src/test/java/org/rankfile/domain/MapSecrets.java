// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.crypto.Secret;
import org.rankfile.domain.vote.BallotSecrets;

import java.util.Map;
import java.util.Optional;

/// Secrets in a map.
record MapSecrets(Map<String, Secret> kept) implements BallotSecrets {
    @Override
    public Optional<Secret> get(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void put(String name, Secret value) {
        kept.put(name, value);
    }

    @Override
    public void destroy(String name) {
        kept.remove(name);
    }
}
