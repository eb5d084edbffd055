// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.AuthorlessOpener;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.MintParts;
import org.rankfile.oplog.codec.OpOpener;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// Tries the keys that we have on what comes. Engine thread only.
final class Examiner {
    private final OpId circle;
    private final Epochs epochs;
    private final Predicate<OpId> stands;
    private long mints;

    /// For one circle.
    ///
    /// @param stands whether an op stands in the authority plane
    Examiner(OpId circle, Epochs epochs, Predicate<OpId> stands) {
        this.circle = circle;
        this.epochs = epochs;
        this.stands = stands;
    }

    /// Grows whenever something may be read that could not: a key was learnt, or a mint stands.
    long keyring() {
        return epochs.learnt() + mints;
    }

    /// An authority op stands now.
    void stands(Header header) {
        mints += isMint(header) ? 1 : 0;
    }

    /// See [CircleState#examine].
    Examined examine(SealedOp op, boolean trusted) {
        return switch (op.kind()) {
            case AUTHORLESS -> examineAuthorless(op);
            case MINT -> examineMint(op, trusted);
            case OP -> examineOp(op, trusted);
        };
    }

    private Examined examineMint(SealedOp op, boolean trusted) {
        Optional<MintParts> parts = op.mintParts();
        if (parts.isEmpty()) {
            return new Examined.Broken(op, Refusal.FORMAT);
        }
        OpId context = op.id().equals(circle) ? OpId.NONE : circle;
        Optional<Secret> key = epochs.learn(op, parts.get(), context);
        if (key.isEmpty()) {
            return opaque(op);
        }
        return switch (OpOpener.open(op, key.get(), context, trusted)) {
            case OpOpener.Outcome.Opened opened when isMint(opened.op().header()) ->
                    new Examined.Opened(opened.op());
            case OpOpener.Outcome.Opened _ -> new Examined.Broken(op, Refusal.MISPLACED);
            case OpOpener.Outcome.WrongKey _ -> new Examined.Broken(op, Refusal.MISPLACED);
            case OpOpener.Outcome.Broken _ -> new Examined.Broken(op, Refusal.FORMAT);
        };
    }

    private static boolean isMint(Header header) {
        boolean mints = header.type() == OpType.GENESIS || header.type() == OpType.MINT;
        return mints && header.plane() == Plane.AUTHORITY && header.epoch().equals(OpId.NONE);
    }

    /// An object names no epoch. It is read with the keys of epochs that stand for everybody, so
    /// that a mint which was refused lets nobody read what others cannot (OP-23).
    private Examined examineAuthorless(SealedOp op) {
        for (Epochs.Epoch epoch : epochs.newestFirst()) {
            Secret key = epoch.content();
            if (key != null && stands.test(epoch.mint())) {
                switch (AuthorlessOpener.open(op, key, circle)) {
                    case AuthorlessOpener.Outcome.Opened opened -> {
                        return new Examined.Authorless(op, opened.content());
                    }
                    case AuthorlessOpener.Outcome.Broken _ -> {
                        return new Examined.Broken(op, Refusal.FORMAT);
                    }
                    case AuthorlessOpener.Outcome.WrongKey _ -> {
                        // Another epoch's may be the one.
                    }
                }
            }
        }
        return opaque(op);
    }

    private Examined opaque(SealedOp op) {
        return new Examined.Opaque(op, keyring());
    }

    private Examined examineOp(SealedOp op, boolean trusted) {
        for (Epochs.Epoch epoch : epochs.newestFirst()) {
            Examined found = tryKey(op, epoch.content(), Plane.CONTENT, epoch, trusted);
            if (found == null) {
                found = tryKey(op, epoch.authority(), Plane.AUTHORITY, epoch, trusted);
            }
            if (found != null) {
                return found;
            }
        }
        return opaque(op);
    }

    /// An op of the authority plane, opened; no key is learnt by it.
    Optional<OpenedOp> openAuthority(SealedOp op) {
        return switch (op.kind()) {
            case AUTHORLESS -> Optional.empty();
            case MINT ->
                    op.mintParts()
                            .flatMap(parts -> epochs.peek(op, parts, circle))
                            .map(key -> OpOpener.open(op, key, circle, false))
                            .flatMap(Examiner::opened)
                            .filter(opened -> isMint(opened.header()));
            case OP ->
                    epochs.newestFirst().stream()
                            .map(e -> tryKey(op, e.authority(), Plane.AUTHORITY, e, false))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .flatMap(Examiner::opened);
        };
    }

    private static Optional<OpenedOp> opened(Examined examined) {
        return examined instanceof Examined.Opened opened
                ? Optional.of(opened.opened())
                : Optional.empty();
    }

    private static Optional<OpenedOp> opened(OpOpener.Outcome outcome) {
        return outcome instanceof OpOpener.Outcome.Opened opened
                ? Optional.of(opened.op())
                : Optional.empty();
    }

    private @Nullable Examined tryKey(
            SealedOp op, @Nullable Secret key, Plane plane, Epochs.Epoch epoch, boolean trusted) {
        if (key == null) {
            return null;
        }
        return switch (OpOpener.open(op, key, circle, trusted)) {
            case OpOpener.Outcome.WrongKey _ -> null;
            case OpOpener.Outcome.Broken _ -> new Examined.Broken(op, Refusal.FORMAT);
            case OpOpener.Outcome.Opened opened -> placed(opened.op(), plane, epoch.mint());
        };
    }

    /// Whoever has a key can mint an epoch with the same one. So an op that names another epoch or
    /// plane than the key was tried for is not judged by it: the right one may come.
    private static @Nullable Examined placed(OpenedOp op, Plane plane, OpId epoch) {
        Header header = op.header();
        if (header.plane() != plane || !header.epoch().equals(epoch)) {
            return null;
        }
        return header.type() == OpType.GENESIS || header.type() == OpType.MINT
                ? new Examined.Broken(op.op(), Refusal.MISPLACED)
                : new Examined.Opened(op);
    }
}
