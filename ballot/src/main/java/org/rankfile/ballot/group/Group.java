// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import org.rankfile.ballot.group.Base.Power;
import org.rankfile.crypto.Hash;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A subgroup of prime order of the numbers modulo a prime, as Belenios uses them (specification of
/// Belenios 1, section "Group parameters"). Immutable, safe from any thread.
///
/// Powers take a time that depends on the exponent; those with a long-lived secret exponent go
/// through [#blindPower].
public final class Group {
    private static final int BLINDING_BITS = 64;

    /// With fewer powers of a base the machine code of the JVM wins, though it shares nothing.
    private static final int LADDER_FROM = 3;

    /// Random numbers longer than the order by this much are as good as even after reduction.
    private static final int SPARE_BITS = 128;

    private final String name;
    private final BigInteger modulus;
    private final BigInteger order;
    private final Element generator;
    private final Montgomery field;
    private final Base powersOfGenerator;

    Group(String name, BigInteger modulus, BigInteger order, BigInteger generator) {
        this.name = name;
        this.modulus = modulus;
        this.order = order;
        this.generator = new Element(generator);
        field = new Montgomery(modulus);
        powersOfGenerator = base(this.generator);
    }

    /// As elections name it.
    public String name() {
        return name;
    }

    /// The prime that numbers are taken modulo.
    public BigInteger modulus() {
        return modulus;
    }

    /// The prime number of elements.
    public BigInteger order() {
        return order;
    }

    /// The element whose powers are all others.
    public Element generator() {
        return generator;
    }

    /// The neutral element.
    public Element one() {
        return new Element(BigInteger.ONE);
    }

    /// Whether the number is an element: above 0, below the modulus and of the right order. One
    /// power.
    public boolean contains(Element element) {
        return inRange(element) && power(element, order).equals(BigInteger.ONE);
    }

    private boolean inRange(Element element) {
        return element.value().signum() > 0 && element.value().compareTo(modulus) < 0;
    }

    /// Whether the number is an exponent in its one form.
    public boolean contains(Scalar scalar) {
        return scalar.value().signum() >= 0 && scalar.value().compareTo(order) < 0;
    }

    /// The product of two elements.
    public Element times(Element one, Element other) {
        return new Element(one.value().multiply(other.value()).mod(modulus));
    }

    /// The first divided by the second.
    public Element over(Element one, Element other) {
        return new Element(one.value().multiply(other.value().modInverse(modulus)).mod(modulus));
    }

    /// An element to a power.
    public Element power(Element base, Scalar exponent) {
        return new Element(power(base, exponent.value()));
    }

    private BigInteger power(Element base, BigInteger exponent) {
        return base.value().modPow(exponent, modulus);
    }

    /// The generator to a power; faster than [#power].
    public Element power(Scalar exponent) {
        return powersOfGenerator.power(exponent);
    }

    /// An element to a secret power that is used again and again: the exponent that is worked with
    /// is another each time, so that how long it takes tells little.
    public Element blindPower(Element base, Scalar secret, RandomGenerator random) {
        BigInteger blinding = bits(BLINDING_BITS, random).multiply(order);
        return new Element(power(base, secret.value().add(blinding)));
    }

    /// The generator, ready for powers.
    public Base generatorBase() {
        return powersOfGenerator;
    }

    /// A base of which many powers are taken. Makes a table of 3 MB at its first use, but not where
    /// exponents are long, since the table would be as well.
    public Base base(Element element) {
        if (order.bitLength() > FixedBase.MAX_EXPONENT_BITS) {
            return new Plain(field, element.value(), modulus);
        }
        return new FixedBase(field, element.value(), order.bitLength());
    }

    /// An element of which so many powers are taken, and then no more.
    public Base powers(Element element, int count) {
        return count < LADDER_FROM ? new Plain(field, element.value(), modulus) : ladder(element);
    }

    private Ladder ladder(Element element) {
        return new Ladder(field, element.value(), order.bitLength());
    }

    /// A number that is to be an element, and of which a few powers are taken: cheaper than
    /// [#contains] and the powers.
    ///
    /// @return empty for a number that is none
    public Optional<Base> member(Element candidate) {
        if (!inRange(candidate)) {
            return Optional.empty();
        }
        Ladder ladder = ladder(candidate);
        boolean isOne = field.leave(ladder.residue(order)).equals(BigInteger.ONE);
        return isOne ? Optional.of(ladder) : Optional.empty();
    }

    /// The product of powers; cheaper than one by one.
    public Element product(Power... powers) {
        long[] product = field.one();
        for (Power power : powers) {
            product = field.times(product, power.base().residue(power.exponent()));
        }
        return new Element(field.leave(product));
    }

    /// The exponents of powers of the generator, where they are small: each takes the time of the
    /// square root of the most there can be, up to 10¹²; beyond, that of a two-millionth of it.
    /// Memory stays below 32 MB.
    ///
    /// @param most the largest that is searched for, from 0
    /// @return empty where one is larger
    public Optional<List<Long>> logarithms(List<Element> powers, long most) {
        int babyBits = Logarithms.babyBits(most, powers.size());
        return new Logarithms(this, field, most, babyBits).of(powers);
    }

    /// The number as an exponent, reduced by the order.
    public Scalar scalar(BigInteger number) {
        return new Scalar(number.mod(order));
    }

    /// The number as an exponent.
    public Scalar scalar(long number) {
        return scalar(BigInteger.valueOf(number));
    }

    /// An exponent drawn evenly, to 2⁻¹²⁸.
    public Scalar random(RandomGenerator random) {
        return scalar(bits(order.bitLength() + SPARE_BITS, random));
    }

    private static BigInteger bits(int count, RandomGenerator random) {
        byte[] bytes = new byte[(count + Byte.SIZE - 1) / Byte.SIZE];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes);
    }

    /// The sum of two exponents.
    public Scalar plus(Scalar one, Scalar other) {
        return scalar(one.value().add(other.value()));
    }

    /// The difference of two exponents.
    public Scalar minus(Scalar one, Scalar other) {
        return scalar(one.value().subtract(other.value()));
    }

    /// The product of two exponents.
    public Scalar times(Scalar one, Scalar other) {
        return scalar(one.value().multiply(other.value()));
    }

    /// The first exponent divided by the second.
    ///
    /// @throws ArithmeticException where the second is 0
    public Scalar over(Scalar one, Scalar other) {
        return scalar(one.value().multiply(other.value().modInverse(order)));
    }

    /// The hash of a text and of elements after it, in decimal with commas between them, as an
    /// exponent: `H` of the specification, always reduced.
    public Scalar hash(String prefix, List<Element> elements) {
        String input =
                elements.stream()
                        .map(Element::toString)
                        .collect(Collectors.joining(",", prefix, ""));
        Hash hash = Hash.sha256Plain(input.getBytes(StandardCharsets.UTF_8));
        return scalar(new BigInteger(1, hash.bytes()));
    }

    @Override
    public String toString() {
        return name;
    }
}
