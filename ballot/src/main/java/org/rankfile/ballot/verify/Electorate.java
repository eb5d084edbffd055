// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.group.Element;
import org.rankfile.crypto.Hash;

import java.nio.charset.StandardCharsets;

/// Whose ballots count, and how much: a hash in place of each credential, a tenth of what the list
/// itself takes. Any thread may ask.
final class Electorate {
    private final HashTable weights = new HashTable();

    Electorate(CredentialList credentials) {
        credentials.forEach((key, weight) -> weights.put(name(key), weight));
    }

    /// What stands for a credential.
    ///
    /// @param credential in decimal
    static Hash name(String credential) {
        return Hash.sha256Plain(credential.getBytes(StandardCharsets.US_ASCII));
    }

    /// The weight of a credential's vote; 0 for one that is not listed.
    int weight(Element credential) {
        return weights.get(name(credential.toString()));
    }

    /// How many may vote.
    int size() {
        return weights.size();
    }
}
