// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

/// An element of which powers are taken. What is worked out once, and how much room that takes,
/// depends on how many: [Group#base], [Group#member] and [Group#powers] say so. Safe from any
/// thread. How long a power takes depends on the exponent.
public abstract sealed class Base permits FixedBase, Ladder, Plain {
    final Montgomery field;

    Base(Montgomery field) {
        this.field = field;
    }

    abstract long[] residue(Scalar exponent);

    /// The element to this power.
    public final Element power(Scalar exponent) {
        return new Element(field.leave(residue(exponent)));
    }

    /// A factor of [Group#product].
    public final Power to(Scalar exponent) {
        return new Power(this, exponent);
    }

    /// A power that was not taken yet.
    ///
    /// @param base of the group that it is multiplied in
    /// @param exponent the exponent
    public record Power(Base base, Scalar exponent) {}
}
