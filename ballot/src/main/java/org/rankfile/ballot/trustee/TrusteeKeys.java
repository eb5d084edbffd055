// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import org.rankfile.ballot.group.Base58;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.crypto.Hash;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The keys with which one trustee signs and reads messages in a threshold set-up, all from a seed
/// of 22 characters of Base58 (specification of Belenios 1, "Private key infrastructure"). Never
/// prints.
public final class TrusteeKeys {
    private static final int SEED_CHARS = 22;
    private static final Pattern FORM = Pattern.compile(Base58.ONE + "{" + SEED_CHARS + "}");

    private final Group group;
    private final String seed;
    private final Scalar signing;
    private final Scalar decrypting;

    private TrusteeKeys(Group group, String seed) {
        this.group = group;
        this.seed = seed;
        signing = derive("sk|");
        decrypting = derive("dk|");
    }

    private Scalar derive(String purpose) {
        byte[] input = (purpose + seed).getBytes(StandardCharsets.UTF_8);
        return group.scalar(new BigInteger(1, Hash.sha256Plain(input).bytes()));
    }

    /// New keys.
    public static TrusteeKeys draw(Group group, RandomGenerator random) {
        return new TrusteeKeys(group, Base58.draw(SEED_CHARS, random));
    }

    /// The keys of a seed.
    ///
    /// @throws IllegalArgumentException for another form
    public static TrusteeKeys of(Group group, String seed) {
        if (!FORM.matcher(seed).matches()) {
            throw new IllegalArgumentException("a seed has 22 characters of Base58");
        }
        return new TrusteeKeys(group, seed);
    }

    /// The seed, to be sealed in the trustee's vault.
    public String exposeSeed() {
        return seed;
    }

    Group group() {
        return group;
    }

    Scalar signing() {
        return signing;
    }

    Scalar decrypting() {
        return decrypting;
    }

    /// What messages of this trustee are verified with.
    public Element verification() {
        return group.power(signing);
    }

    /// What messages to this trustee are encrypted with.
    public Element encryption() {
        return group.power(decrypting);
    }

    @Override
    public String toString() {
        return "TrusteeKeys";
    }
}
