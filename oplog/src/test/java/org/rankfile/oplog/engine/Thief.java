// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.crypto.Secret;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.IntroductionDoor;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A member's side of an introduction in other hands, which show what they like.
final class Thief implements IntroductionDoor {
    Secret root;
    boolean known = true;
    List<OpKey> authority;
    UnaryOperator<byte[]> forge = bytes -> bytes;
    private final IntroductionDoor stolen;

    private Thief(IntroductionDoor stolen) {
        this.stolen = stolen;
        root = stolen.root();
        authority = stolen.authority();
    }

    static Thief of(IntroductionDoor stolen) {
        return new Thief(stolen);
    }

    @Override
    public CircleTag tag() {
        return stolen.tag();
    }

    @Override
    public Secret root() {
        return root;
    }

    @Override
    public boolean isKnown() {
        return known;
    }

    @Override
    public boolean isKnownNow() {
        return known;
    }

    @Override
    public boolean isHeld(OpKey key) {
        return stolen.isHeld(key);
    }

    @Override
    public List<OpKey> authority() {
        return authority;
    }

    @Override
    public Optional<byte[]> op(OpKey key) {
        Optional<byte[]> real = stolen.op(key);
        return Optional.of(forge.apply(real.map(byte[]::clone).orElseGet(() -> new byte[1])));
    }

    @Override
    public boolean admit(SealedOp op) {
        return true;
    }
}
