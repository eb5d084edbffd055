// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.Founding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Homes that refuse everything for a chosen reason, and remember what they were asked.
public final class FakeHomes implements Homes {
    public HomeFault fault = HomeFault.DISK_FULL;
    public final List<String> asked = new ArrayList<>();

    @Override
    public Path usual() {
        return Path.of("home");
    }

    @Override
    public boolean isHome(Path dir) {
        return false;
    }

    @Override
    public OpenHome create(Path dir, Secret passphrase, Founding founding) throws HomeRefused {
        asked.add("create " + founding.localName() + " " + founding.personName());
        throw new HomeRefused(fault);
    }

    @Override
    public OpenHome open(Path dir, Secret passphrase) throws HomeRefused {
        asked.add("open");
        throw new HomeRefused(fault);
    }

    @Override
    public OpenHome join(Path dir, Secret passphrase, Joining joining, Consumer<List<String>> words)
            throws HomeRefused {
        asked.add("join " + joining.name());
        words.accept(List.of("lamp", "river", "coat", "nine"));
        throw new HomeRefused(fault);
    }
}
