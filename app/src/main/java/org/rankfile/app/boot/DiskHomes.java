// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.Network;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.vault.Vault;
import org.rankfile.crypto.vault.VaultCost;
import org.rankfile.crypto.vault.VaultOutcome;
import org.rankfile.net.NetException;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.InvitationText;
import org.rankfile.oplog.JoinFailed;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.Replicas;
import org.rankfile.store.Home;
import org.rankfile.store.StoreException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// [Homes] on the disk of this machine.
final class DiskHomes implements Homes {
    private final Machine machine;
    private final VaultCost cost;

    /// @param cost what a guess of a new home's passphrase costs
    DiskHomes(Machine machine, VaultCost cost) {
        this.machine = machine;
        this.cost = cost;
    }

    @Override
    public Path usual() {
        return machine.usualHome();
    }

    @Override
    public boolean isHome(Path dir) {
        return Files.isRegularFile(dir.resolve("vault"));
    }

    @Override
    public OpenHome create(Path dir, Secret passphrase, Founding founding) throws HomeRefused {
        try (Assembly assembly = fresh(dir, passphrase)) {
            return assembly.finish(Replicas.found(assembly.parts(), founding));
        } catch (StoreException e) {
            undo(dir);
            throw Faults.of(e, dir);
        } catch (HomeRefused e) {
            if (e.fault() != HomeFault.HOME_EXISTS && e.fault() != HomeFault.SHORT_PASSPHRASE) {
                undo(dir);
            }
            throw e;
        }
    }

    @Override
    public OpenHome open(Path dir, Secret passphrase) throws HomeRefused {
        try (Assembly assembly = existing(dir, passphrase)) {
            return assembly.finish(Replicas.open(assembly.parts()));
        } catch (StoreException e) {
            throw Faults.of(e, dir);
        }
    }

    @Override
    public OpenHome join(Path dir, Secret passphrase, Joining joining, Consumer<List<String>> words)
            throws HomeRefused {
        Invitation invitation = read(joining.invitation());
        if (!Founding.isName(joining.name())) {
            throw new HomeRefused(HomeFault.BAD_NAME);
        }
        boolean again = isHome(dir);
        try (Assembly assembly = again ? existing(dir, passphrase) : fresh(dir, passphrase)) {
            NetworkedReplica replica =
                    Replicas.join(assembly.parts(), invitation, joining.name(), words);
            OpenHome home = assembly.finish(replica);
            home.network()
                    .keep(
                            invitation.addresses().stream()
                                    .map(at -> at.withPeer(invitation.inviter()).toString())
                                    .toList());
            return home;
        } catch (StoreException e) {
            throw Faults.of(e);
        } catch (NetException e) {
            throw Network.refusal(e);
        } catch (JoinFailed e) {
            throw Faults.of(e);
        }
    }

    private Invitation read(String text) throws HomeRefused {
        Invitation invitation =
                switch (InvitationText.read(text)) {
                    case InvitationText.Good(Invitation good) -> good;
                    case InvitationText.NotAnInvitation _, InvitationText.Mistyped _ ->
                            throw new HomeRefused(HomeFault.BAD_INVITATION);
                    case InvitationText.TooNew _ -> throw new HomeRefused(HomeFault.TOO_NEW);
                };
        if (invitation.isExpired(machine.time().instant())) {
            throw new HomeRefused(HomeFault.INVITATION_EXPIRED);
        }
        if (invitation.addresses().isEmpty()) {
            throw new HomeRefused(HomeFault.INVITATION_WITHOUT_ADDRESS);
        }
        return invitation;
    }

    private Assembly fresh(Path dir, Secret passphrase) throws HomeRefused {
        if (characters(passphrase) < PASSPHRASE_CHARS) {
            throw new HomeRefused(HomeFault.SHORT_PASSPHRASE);
        }
        Home home = made(dir);
        Secret root = Secret.random(Assembly.ROOT_BYTES, machine.random());
        try {
            home.writeVault(Vault.seal(passphrase, root, cost, machine.random()));
            return Assembly.create(machine, home, root);
        } catch (StoreException e) {
            home.close();
            throw Faults.of(e, dir);
        } finally {
            root.close();
        }
    }

    private static Home made(Path dir) throws HomeRefused {
        try {
            return Home.create(dir);
        } catch (StoreException e) {
            throw Faults.of(e);
        }
    }

    private Assembly existing(Path dir, Secret passphrase) throws HomeRefused {
        Home home;
        try {
            home = Home.open(dir);
        } catch (StoreException e) {
            throw Faults.of(e);
        }
        boolean opened = false;
        try (Secret root = unlock(home, passphrase)) {
            Assembly assembly = Assembly.open(machine, home, root);
            opened = true;
            return assembly;
        } catch (StoreException e) {
            throw Faults.of(e, dir);
        } finally {
            if (!opened) {
                home.close();
            }
        }
    }

    private static Secret unlock(Home home, Secret passphrase) throws HomeRefused, StoreException {
        byte[] vault = home.readVault().orElseThrow(() -> new HomeRefused(HomeFault.VAULT_DAMAGED));
        return switch (Vault.open(vault, passphrase)) {
            case VaultOutcome.Opened(Secret contents) -> contents;
            case VaultOutcome.WrongPassphrase _ ->
                    throw new HomeRefused(HomeFault.WRONG_PASSPHRASE);
            case VaultOutcome.Damaged _ -> throw new HomeRefused(HomeFault.VAULT_DAMAGED);
            case VaultOutcome.TooNew _ -> throw new HomeRefused(HomeFault.TOO_NEW);
        };
    }

    private static int characters(Secret passphrase) {
        byte[] bytes = passphrase.expose();
        int count = 0;
        for (byte b : bytes) {
            // Every character but its continuation bytes.
            count += (b & 0xc0) == 0x80 ? 0 : 1;
        }
        java.util.Arrays.fill(bytes, (byte) 0);
        return count;
    }

    /// Removes what a founding left that came to nothing, so that it can be tried again.
    private static void undo(Path dir) {
        for (String name : List.of("vault", "vault.new", "log", "log-wal", "log-shm", "lock")) {
            try {
                Files.deleteIfExists(dir.resolve(name));
            } catch (IOException stays) {
                // The first failure is the one that is told.
            }
        }
    }
}
