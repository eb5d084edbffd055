// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.crypto.Secret;
import org.rankfile.store.StoreException.Reason;
import org.rankfile.testkit.SeededRandom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// ST-8, ST-9: secrets that can be destroyed.
class StrongboxTest {
    private static final String NAME = "election-1";

    @TempDir Path folder;
    private final SeededRandom random = new SeededRandom(9);
    private final Secret root = Secret.random(32, random);
    private final Secret one = Secret.random(40, random);
    private final Secret two = Secret.random(70, random);
    private Path dir = Path.of("");
    private Home home = null_();
    private Strongbox box = null_();

    @BeforeEach
    void create() throws StoreException {
        home = Home.create(folder.resolve("home"));
        dir = home.secrets();
        box = Strongbox.open(home, root, random);
    }

    @AfterEach
    void close() {
        box.close();
        home.close();
    }

    /// As after a crash: from what is on the disk.
    private void reopen() throws StoreException {
        box.close();
        box = Strongbox.open(home, root, random);
    }

    private Path file(String suffix) {
        return dir.resolve(NAME + suffix);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void keepsWhatWasPutAndThenWhatWasPutInItsPlace() throws StoreException {
        assertThat(box.get(NAME)).isEmpty();
        box.put(NAME, one);
        assertThat(box.get(NAME)).contains(one);
        box.put(NAME, two);
        box.put("another", one);
        reopen();
        assertThat(box.get(NAME)).contains(two);
        assertThat(box.names()).containsExactly("another", NAME);
    }

    @Test
    void holdsASecretOfAMebibyteAndNoneLarger() throws StoreException {
        Secret largest = Secret.random(Limits.SECRET_BYTES, random);
        box.put(NAME, largest);
        assertThat(box.get(NAME)).contains(largest);
        Secret larger = Secret.random(Limits.SECRET_BYTES + 1, random);
        assertThatIllegalArgumentException().isThrownBy(() -> box.put(NAME, larger));
    }

    @Test
    void isForItsOwnerOnlyAndNotThereBeforeItHoldsSomething() throws StoreException, IOException {
        assertThat(dir).doesNotExist();
        assertThat(box.names()).isEmpty();
        box.put(NAME, one);
        assertThat(mode(dir)).isEqualTo("rwx------");
        assertThat(mode(file(".key"))).isEqualTo("rw-------");
        assertThat(mode(file(".box"))).isEqualTo("rw-------");
    }

    @Test
    void theKeyIsWrittenOnceAndNoTwoSealingsAreAlike() throws StoreException, IOException {
        box.put(NAME, one);
        byte[] key = Files.readAllBytes(file(".key"));
        byte[] first = Files.readAllBytes(file(".box"));
        box.put(NAME, one);
        byte[] second = Files.readAllBytes(file(".box"));
        assertThat(Files.readAllBytes(file(".key"))).isEqualTo(key);
        assertThat(Arrays.copyOf(second, 32)).isNotEqualTo(Arrays.copyOf(first, 32));
        assertThat(files()).containsExactly(NAME + ".box", NAME + ".key");
    }

    @Test
    void whatWasDestroyedOpensWithNothingThatIsLeft() throws StoreException, IOException {
        box.put("another", one);
        box.put(NAME, one);
        byte[] older = Files.readAllBytes(file(".box"));
        box.put(NAME, two);
        byte[] last = Files.readAllBytes(file(".box"));
        box.destroy(NAME);
        assertThat(box.get(NAME)).isEmpty();
        assertThat(files()).containsExactly("another.box", "another.key");

        for (byte[] old : List.of(older, last)) {
            // From a backup, with no key, with another record's, and with a later one of its own.
            Files.write(file(".box"), old);
            refused(() -> box.get(NAME));
            Files.copy(dir.resolve("another.key"), file(".key"));
            refused(() -> box.get(NAME));
            Files.copy(file(".box"), dir.resolve("third.box"));
            Files.copy(dir.resolve("another.key"), dir.resolve("third.key"));
            refused(() -> box.get("third"));
            box.destroy("third");
            box.destroy(NAME);
            box.put(NAME, one);
            Files.write(file(".box"), old);
            refused(() -> box.get(NAME));
            box.destroy(NAME);
        }
    }

    @Test
    void aNameCanBeUsedAgainAfterItsDestruction() throws StoreException {
        box.put(NAME, one);
        box.destroy(NAME);
        box.destroy(NAME);
        box.put(NAME, two);
        reopen();
        assertThat(box.get(NAME)).contains(two);
    }

    @Test
    void aCrashBeforeTheFirstValueWasKeptLeavesNothing() throws StoreException, IOException {
        box.put(NAME, one);
        byte[] key = Files.readAllBytes(file(".key"));
        byte[] value = Files.readAllBytes(file(".box"));
        for (int kept : new int[] {0, 1, key.length - 1, key.length}) {
            for (int written : new int[] {0, 1, value.length}) {
                crashed(Arrays.copyOf(key, kept), Optional.empty(), Arrays.copyOf(value, written));
                assertThat(box.get(NAME)).isEmpty();
                assertThat(box.names()).isEmpty();
                assertThat(files()).isEmpty();
            }
        }
        box.put(NAME, two);
        assertThat(box.get(NAME)).contains(two);
    }

    @Test
    void aCrashWhileAValueIsReplacedLeavesTheOldOne() throws StoreException, IOException {
        box.put(NAME, one);
        byte[] key = Files.readAllBytes(file(".key"));
        byte[] old = Files.readAllBytes(file(".box"));
        box.put(NAME, two);
        byte[] value = Files.readAllBytes(file(".box"));
        for (int written : new int[] {0, 1, value.length}) {
            crashed(key, Optional.of(old), Arrays.copyOf(value, written));
            assertThat(box.get(NAME)).contains(one);
            assertThat(files()).containsExactly(NAME + ".box", NAME + ".key");
        }
    }

    @Test
    void aCrashAfterDestroyingBeganLeavesNothing() throws StoreException, IOException {
        box.put(NAME, one);
        byte[] value = Files.readAllBytes(file(".box"));
        byte[] zeros = new byte[(int) Files.size(file(".key"))];
        for (Optional<byte[]> left : List.of(Optional.of(value), Optional.<byte[]>empty())) {
            crashed(zeros, left, value);
            assertThat(box.get(NAME)).isEmpty();
            assertThat(box.names()).isEmpty();
            assertThat(files()).isEmpty();
        }
    }

    /// A failing disk may have kept the strongbox from clearing away at once.
    @Test
    void aValueWhoseDestructionWasCutShortIsNoneAndMayBeReplaced()
            throws StoreException, IOException {
        box.put(NAME, one);
        Files.write(file(".key"), new byte[(int) Files.size(file(".key"))]);
        assertThat(box.get(NAME)).isEmpty();
        assertThat(box.names()).isEmpty();
        box.put(NAME, two);
        assertThat(box.get(NAME)).contains(two);
    }

    /// What a crash left on the disk, and the start after it.
    private void crashed(byte[] key, Optional<byte[]> value, byte[] temporary)
            throws StoreException, IOException {
        Files.write(file(".key"), key);
        Files.deleteIfExists(file(".box"));
        if (value.isPresent()) {
            Files.write(file(".box"), value.get());
        }
        Files.write(file(".new"), temporary);
        reopen();
    }

    @Test
    void whatSomebodyChangedDoesNotOpen() throws StoreException, IOException {
        for (String suffix : List.of(".key", ".box")) {
            box.put(NAME, one);
            byte[] good = Files.readAllBytes(file(suffix));
            for (int at = 0; at < good.length; at++) {
                byte[] changed = good.clone();
                changed[at] ^= 1;
                Files.write(file(suffix), changed);
                refused(() -> box.get(NAME));
            }
            for (byte[] other :
                    List.of(
                            new byte[0],
                            Arrays.copyOf(good, good.length - 1),
                            Arrays.copyOf(good, good.length + 1),
                            new byte[2 * Limits.SECRET_BYTES])) {
                Files.write(file(suffix), other);
                reopen();
                refused(() -> box.get(NAME));
            }
            if (suffix.equals(".key")) {
                refused(() -> box.put(NAME, two));
            }
            box.destroy(NAME);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void recordsDoNotOpenInEachOthersPlace() throws StoreException, IOException {
        box.put(NAME, one);
        box.put("another", two);
        for (String suffix : List.of(".key", ".box")) {
            Files.copy(file(suffix), dir.resolve("third" + suffix));
        }
        refused(() -> box.get("third"));
    }

    @Test
    void anotherHomesRootOpensNothing() throws StoreException {
        box.put(NAME, one);
        box.close();
        box = Strongbox.open(home, Secret.random(32, random), random);
        refused(() -> box.get(NAME));
        refused(() -> box.put(NAME, two));
        reopen();
        assertThat(box.get(NAME)).contains(one);
    }

    @Test
    void aNameCannotLeaveTheDirectory() {
        for (String name :
                List.of(
                        "",
                        ".",
                        "..",
                        "../vault",
                        "a/b",
                        "a\\b",
                        "/vault",
                        "C:",
                        "a.key",
                        "A",
                        "é",
                        "a\n",
                        "a b",
                        "a\0",
                        "x".repeat(65))) {
            assertThatIllegalArgumentException().isThrownBy(() -> box.put(name, one));
            assertThatIllegalArgumentException().isThrownBy(() -> box.get(name));
            assertThatIllegalArgumentException().isThrownBy(() -> box.destroy(name));
        }
        assertThat(dir).doesNotExist();
    }

    @Test
    void foreignFilesBesideTheRecordsStayAndAreNone() throws StoreException, IOException {
        box.put(NAME, one);
        Files.write(dir.resolve("Notes.box"), new byte[] {1});
        Files.write(dir.resolve("readme"), new byte[] {1});
        reopen();
        assertThat(box.names()).containsExactly(NAME);
        assertThat(files()).hasSize(4);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before each test
    private static <T> T null_() {
        return null;
    }
}
