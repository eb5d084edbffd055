// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.crypto.Secret;
import org.rankfile.domain.vote.BallotSecrets;
import org.rankfile.store.StoreException;
import org.rankfile.store.Strongbox;

import java.io.IOException;
import java.util.Optional;

/// The secrets of ballots in a home's strongbox.
record StoredSecrets(Strongbox strongbox) implements BallotSecrets {
    @Override
    public Optional<Secret> get(String name) throws IOException {
        try {
            return strongbox.get(name);
        } catch (StoreException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void put(String name, Secret value) throws IOException {
        try {
            strongbox.put(name, value);
        } catch (StoreException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void destroy(String name) throws IOException {
        try {
            strongbox.destroy(name);
        } catch (StoreException failed) {
            throw new IOException(failed);
        }
    }
}
