// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.home.AddressBook;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An [AddressBook] in one sealed record: lines, the latest first.
final class StoredAddresses implements AddressBook {
    private static final String TABLE = "addresses";
    private static final byte[] KEY = {'1'};

    private final Store store;

    StoredAddresses(Store store) {
        this.store = store;
    }

    @Override
    public List<String> all() throws HomeRefused {
        try {
            return store.read(
                    txn -> txn.get(TABLE, KEY).map(StoredAddresses::lines).orElse(List.of()));
        } catch (StoreException e) {
            throw Faults.of(e);
        }
    }

    @Override
    public void remember(String multiaddr) throws HomeRefused {
        List<String> known = all();
        if (!known.isEmpty() && known.getFirst().equals(multiaddr)) {
            return;
        }
        List<String> now = new ArrayList<>(known);
        now.remove(multiaddr);
        now.addFirst(multiaddr);
        String text = String.join("\n", now.subList(0, Math.min(now.size(), ADDRESSES)));
        try {
            store.write(txn -> {
                txn.put(TABLE, KEY, text.getBytes(StandardCharsets.UTF_8));
                return text;
            });
        } catch (StoreException e) {
            throw Faults.of(e);
        }
    }

    private static List<String> lines(byte[] record) {
        return new String(record, StandardCharsets.UTF_8).lines().toList();
    }
}
