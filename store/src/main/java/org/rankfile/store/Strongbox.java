// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.store.StoreException.Reason;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Secrets of a home that can be destroyed for good, apart from the log and from backups (ST-8).
///
/// ```
/// DIR/secrets/NAME.key   the key of one record: written once, overwritten when it is destroyed
/// DIR/secrets/NAME.box   the record, sealed under that key; replaced each time it is put
/// ```
///
/// After a crash at any moment a record has its old or its new value; once its destruction began,
/// none. Safe from any thread, while the home is open.
public final class Strongbox implements AutoCloseable {
    private static final Label HOME = new Label("rankfile/strongbox/1");
    private static final Label KEY = new Label("rankfile/strongbox-key/1");
    private static final Label BOX = new Label("rankfile/strongbox-box/1");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final String KEY_FILE = ".key";
    private static final String BOX_FILE = ".box";
    private static final String TEMPORARY_FILE = ".new";
    private static final int KEY_FILE_BYTES = Aead.KEY_BYTES + SaltedSeal.OVERHEAD_BYTES;

    private final Home home;
    private final Path dir;
    private final Secret secret;
    private final RandomGenerator random;

    private Strongbox(Home home, Secret secret, RandomGenerator random) {
        this.home = home;
        dir = home.secrets();
        this.secret = secret;
        this.random = random;
    }

    /// The strongbox of a home. What a crash cut short is cleared away: a destruction is carried
    /// out, a value that was not yet kept is forgotten.
    ///
    /// @param root the home's root secret; a key of its own is derived from it
    public static Strongbox open(Home home, Secret root, RandomGenerator random)
            throws StoreException {
        Secret secret = Kdf.hkdfSha256(root, new byte[0], HOME, new byte[0], Aead.KEY_BYTES);
        Strongbox box = new Strongbox(home, secret, random);
        try {
            for (String name : box.namesWith(TEMPORARY_FILE)) {
                Files.delete(box.file(name, TEMPORARY_FILE));
            }
            for (String name : box.namesWith(KEY_FILE)) {
                if (!box.holds(name)) {
                    box.remove(name);
                }
            }
            return box;
        } catch (IOException failed) {
            box.close();
            throw Failures.of(failed);
        }
    }

    /// The value of a record; empty where there is none, or it was destroyed.
    ///
    /// @param name 1 to 64 of `a` to `z`, `0` to `9` and `-`
    /// @throws StoreException DAMAGED if its files do not open, or its key is missing, as after a
    ///   backup that rightly left it out
    public synchronized Optional<Secret> get(String name) throws StoreException {
        try {
            if (!holds(checked(name))) {
                return Optional.empty();
            }
            try (Secret key = key(name)) {
                byte[] cell = read(file(name, BOX_FILE), Limits.SECRET_BYTES);
                return Optional.of(opened(new SaltedSeal(key, BOX, name), cell));
            }
        } catch (IOException failed) {
            throw Failures.of(failed);
        }
    }

    /// Gives a record a value. It is on the disk when this returns.
    ///
    /// @param value at most [Limits#SECRET_BYTES]; not closed
    /// @throws StoreException DAMAGED if there is a record of this name whose key does not open; it
    ///   can only be destroyed
    public synchronized void put(String name, Secret value) throws StoreException {
        if (value.length() > Limits.SECRET_BYTES) {
            throw new IllegalArgumentException("a secret larger than a strongbox holds");
        }
        try {
            try (Secret key = holds(checked(name)) ? key(name) : newKey(name)) {
                byte[] plain = value.expose();
                byte[] cell = new SaltedSeal(key, BOX, name).seal(plain, random);
                Arrays.fill(plain, (byte) 0);
                DurableFiles.replace(dir, name + BOX_FILE, name + TEMPORARY_FILE, cell);
            }
        } catch (IOException failed) {
            throw Failures.of(failed);
        }
    }

    /// Makes a record unreadable for good: neither what its file held before nor a copy of it opens
    /// any more, since the key is overwritten first. Best effort on disks that keep old blocks,
    /// where it takes the root secret as well to read on. Nothing happens where there is none.
    public synchronized void destroy(String name) throws StoreException {
        try {
            remove(checked(name));
        } catch (IOException failed) {
            throw Failures.of(failed);
        }
    }

    /// The names of the records, in order.
    public synchronized List<String> names() throws StoreException {
        try {
            List<String> names = new ArrayList<>();
            for (String name : namesWith(BOX_FILE)) {
                if (holds(name)) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException failed) {
            throw Failures.of(failed);
        }
    }

    /// Forgets the key of this home's secrets.
    @Override
    public synchronized void close() {
        secret.close();
    }

    /// Whether there is a value that nobody began to destroy.
    private boolean holds(String name) throws IOException {
        if (!Files.exists(file(name, BOX_FILE))) {
            return false;
        }
        Path key = file(name, KEY_FILE);
        if (!Files.exists(key) || Files.size(key) != KEY_FILE_BYTES) {
            return true;
        }
        return !Arrays.equals(Files.readAllBytes(key), new byte[KEY_FILE_BYTES]);
    }

    private Secret key(String name) throws IOException, StoreException {
        Path file = file(name, KEY_FILE);
        if (!Files.exists(file)) {
            throw new StoreException(Reason.DAMAGED, null);
        }
        return opened(new SaltedSeal(secret, KEY, name), read(file, Aead.KEY_BYTES));
    }

    private Secret newKey(String name) throws IOException {
        Files.createDirectories(dir);
        DurableFiles.restrict(dir, "rwx------");
        DurableFiles.forceDirectory(home.dir());
        remove(name);
        Secret key = Secret.random(Aead.KEY_BYTES, random);
        byte[] plain = key.expose();
        byte[] cell = new SaltedSeal(secret, KEY, name).seal(plain, random);
        Arrays.fill(plain, (byte) 0);
        DurableFiles.create(dir, name + KEY_FILE, cell);
        return key;
    }

    /// The key goes last, so that a box without one is no leftover of ours.
    private void remove(String name) throws IOException {
        Path key = file(name, KEY_FILE);
        if (Files.exists(key)) {
            DurableFiles.zero(key);
        }
        boolean box = Files.deleteIfExists(file(name, BOX_FILE));
        if (Files.deleteIfExists(file(name, TEMPORARY_FILE)) || box) {
            DurableFiles.forceDirectory(dir);
        }
        if (Files.deleteIfExists(key)) {
            DurableFiles.forceDirectory(dir);
        }
    }

    private static byte[] read(Path file, int plainBytes) throws IOException, StoreException {
        if (Files.size(file) > plainBytes + SaltedSeal.OVERHEAD_BYTES) {
            throw new StoreException(Reason.DAMAGED, null);
        }
        return Files.readAllBytes(file);
    }

    private static Secret opened(SaltedSeal seal, byte[] cell) throws StoreException {
        byte[] plain = seal.open(cell).orElseThrow(() -> new StoreException(Reason.DAMAGED, null));
        Secret opened = Secret.copyOf(plain);
        Arrays.fill(plain, (byte) 0);
        return opened;
    }

    /// Such names cannot leave the directory, nor be taken for another file in it.
    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a secret");
        }
        return name;
    }

    private Path file(String name, String suffix) {
        return dir.resolve(name + suffix);
    }

    private List<String> namesWith(String suffix) throws IOException {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(suffix))
                    .map(file -> file.substring(0, file.length() - suffix.length()))
                    .filter(NAME.asMatchPredicate())
                    .sorted()
                    .toList();
        }
    }
}
