// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.testkit.SeededRandom;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Trees of all small sizes, and what their proofs do not prove.
class MerkleTreeTest {
    private static final Label LABEL = new Label("rankfile/merkle/1");
    private static final int SIZES = 40;

    private final SeededRandom random = new SeededRandom(21);

    private List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(random.bytes(random.nextInt(80)));
        }
        return leaves;
    }

    private List<Hash> hashes(int size) {
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            hashes.add(Hash.of(random.bytes(Hash.BYTES)));
        }
        return hashes;
    }

    /// The definition of RFC 9162, section 2.1.1, word for word.
    private static Hash naive(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return Hash.sha256(LABEL, new byte[] {0}, leaves.getFirst());
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        Hash left = naive(leaves.subList(0, split));
        Hash right = naive(leaves.subList(split, leaves.size()));
        return Hash.sha256(LABEL, new byte[] {1}, left.bytes(), right.bytes());
    }

    private static Hash naiveRoot(List<byte[]> leaves) {
        byte[] size = ByteBuffer.allocate(5).put((byte) 2).putInt(leaves.size()).array();
        byte[] top = leaves.isEmpty() ? new byte[0] : naive(leaves).bytes();
        return Hash.sha256(LABEL, size, top);
    }

    @Test
    @DisplayName("MERKLE-1: the root is that of RFC 9162 under our label, with the size in it")
    void theRootIsThatOfTheDefinition() {
        for (int size = 0; size < SIZES; size++) {
            List<byte[]> leaves = leaves(size);
            assertThat(MerkleTree.of(leaves).root()).isEqualTo(naiveRoot(leaves));
            assertThat(MerkleTree.of(leaves).size()).isEqualTo(size);
        }
    }

    @Test
    void everyPathLeadsFromItsLeafToTheRoot() {
        for (int size = 1; size < SIZES; size++) {
            List<byte[]> leaves = leaves(size);
            MerkleTree tree = MerkleTree.of(leaves);
            for (int i = 0; i < size; i++) {
                assertThat(tree.path(i).leads(leaves.get(i), tree.root())).isTrue();
                assertThat(tree.path(i).siblings()).hasSize(MerklePath.length(i, size));
            }
        }
    }

    @Test
    @DisplayName("MERKLE-2: a path proves one leaf at one place of one tree, and nothing else")
    void aPathProvesNothingElse() {
        for (int size = 1; size < SIZES; size++) {
            List<byte[]> leaves = leaves(size);
            Hash root = MerkleTree.of(leaves).root();
            int index = random.nextInt(size);
            MerklePath path = MerkleTree.of(leaves).path(index);
            byte[] leaf = leaves.get(index);
            assertThat(path.leads(random.bytes(81), root)).isFalse();
            assertThat(path.leads(leaf, Hash.of(random.bytes(Hash.BYTES)))).isFalse();
            for (int s = 1; s < SIZES + 2; s++) {
                for (int i = 0; i < s; i++) {
                    if ((i != index || s != size)
                            && MerklePath.length(i, s) == path.siblings().size()) {
                        MerklePath elsewhere = new MerklePath(i, s, path.siblings());
                        assertThat(elsewhere.leads(leaf, root)).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void aPathWithOneHashChangedLeadsNowhere() {
        List<byte[]> leaves = leaves(23);
        MerkleTree tree = MerkleTree.of(leaves);
        for (int i = 0; i < leaves.size(); i++) {
            MerklePath path = tree.path(i);
            for (int at = 0; at < path.siblings().size(); at++) {
                List<Hash> changed = new ArrayList<>(path.siblings());
                changed.set(at, Hash.of(random.bytes(Hash.BYTES)));
                assertThat(new MerklePath(i, 23, changed).leads(leaves.get(i), tree.root()))
                        .isFalse();
            }
        }
    }

    @Test
    void aPathThatIsTooShortOrTooLongIsNone() {
        MerklePath path = MerkleTree.of(leaves(9)).path(3);
        List<Hash> shorter = path.siblings().subList(1, path.siblings().size());
        List<Hash> longer = new ArrayList<>(path.siblings());
        longer.add(longer.getFirst());
        assertThatIllegalArgumentException().isThrownBy(() -> new MerklePath(3, 9, shorter));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerklePath(3, 9, longer));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerklePath(9, 9, shorter));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerklePath(-1, 9, shorter));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MerklePath(0, Integer.MAX_VALUE, shorter));
    }

    @Test
    void aNodeIsNoLeafAndASmallerTreeIsNone() {
        List<byte[]> leaves = leaves(4);
        Hash left = naive(leaves.subList(0, 2));
        Hash right = naive(leaves.subList(2, 4));
        byte[] joined = ByteBuffer.allocate(64).put(left.bytes()).put(right.bytes()).array();
        Hash root = MerkleTree.of(leaves).root();
        assertThat(MerkleTree.of(List.of(joined)).root()).isNotEqualTo(root);
        assertThat(MerkleTree.of(List.of(left.bytes(), right.bytes())).root()).isNotEqualTo(root);
        assertThat(new MerklePath(0, 2, List.of(right)).leads(left.bytes(), root)).isFalse();
    }

    @Test
    @DisplayName("MERKLE-3: of every hash a sorted tree shows that it is there, or that it is not")
    void aHashIsThereOrItIsNot() {
        for (int size = 0; size < SIZES; size++) {
            List<Hash> leaves = hashes(size);
            SortedTree tree = SortedTree.of(leaves);
            for (Hash leaf : leaves) {
                assertThat(tree.absence(leaf)).isEmpty();
                assertThat(tree.path(leaf).orElseThrow().leads(leaf.bytes(), tree.root())).isTrue();
            }
            for (Hash other : hashes(10)) {
                assertThat(tree.path(other)).isEmpty();
                assertThat(tree.absence(other).orElseThrow().proves(other, tree.root())).isTrue();
            }
        }
    }

    @Test
    void anyOrderAndRepetitionGivesTheSameSortedTree() {
        List<Hash> leaves = hashes(20);
        List<Hash> shuffled = new ArrayList<>(leaves);
        shuffled.addAll(leaves.subList(3, 9));
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        assertThat(SortedTree.of(shuffled).root()).isEqualTo(SortedTree.of(leaves).root());
        assertThat(SortedTree.of(shuffled).size()).isEqualTo(20);
    }

    @Test
    void noAbsenceOfOneHashProvesThatOfAHashThatIsThere() {
        for (int size = 1; size < 20; size++) {
            List<Hash> leaves = hashes(size);
            SortedTree tree = SortedTree.of(leaves);
            List<Absence> absences = new ArrayList<>();
            hashes(30).forEach(each -> tree.absence(each).ifPresent(absences::add));
            absences.add(SortedTree.of(List.of()).absence(leaves.getFirst()).orElseThrow());
            for (Hash leaf : leaves) {
                // Also with neighbours that are not side by side, or one of them left out.
                for (Absence one : List.copyOf(absences)) {
                    for (Absence other : absences) {
                        Absence mixed = new Absence(one.before(), other.after());
                        assertThat(mixed.proves(leaf, tree.root())).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void anAbsenceUnderAnotherRootProvesNothing() {
        List<Hash> leaves = hashes(8);
        Hash other = hashes(1).getFirst();
        Absence absence = SortedTree.of(leaves).absence(other).orElseThrow();
        leaves.add(other);
        assertThat(absence.proves(other, SortedTree.of(leaves).root())).isFalse();
        assertThat(absence.proves(other, SortedTree.of(List.of()).root())).isFalse();
    }
}
