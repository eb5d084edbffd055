// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.cast;

import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.proof.Knowledge;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A ballot as it travels: with its place among those that the same voter cast, signed with the
/// credential. Names nobody. Immutable.
public final class CastEnvelope {
    private static final byte VERSION = 1;
    private static final int SCALAR_BYTES = 32;
    private static final Label ID = new Label("rankfile/cast-id/1");
    private static final String SIGNED = "rankfile/cast/1|";

    private final int seq;
    private final Optional<Hash> previous;
    private final Ballot ballot;
    private final Hash ballotHash;
    private final Proof proof;
    private final byte[] bytes;

    private CastEnvelope(Place place, Ballot ballot, Proof proof, byte[] bytes) {
        seq = place.seq();
        previous = place.previous();
        this.ballot = ballot;
        ballotHash = Hash.sha256Plain(ballot.bytes());
        this.proof = proof;
        this.bytes = bytes;
    }

    /// Where an envelope stands among those of a voter.
    ///
    /// @param seq how many the voter's device cast before, from 0 to one less than [Limits#CASTS]
    /// @param previous the id of the one before; missing in the first. Proves that there was one,
    ///   also to who never gets to see it
    public record Place(int seq, Optional<Hash> previous) {
        /// The first.
        public static final Place FIRST = new Place(0, Optional.empty());

        public Place {
            if (seq < 0 || seq >= Limits.CASTS || previous.isPresent() != seq > 0) {
                throw new IllegalArgumentException("0 without, 1 to 19 with the one before");
            }
        }
    }

    /// Puts a ballot into an envelope.
    ///
    /// @param credential of the ballot's voter
    /// @throws IllegalArgumentException for an election whose exponents are longer than 32 bytes
    public static CastEnvelope seal(
            Election election,
            Ballot ballot,
            Credential credential,
            Place place,
            RandomGenerator random) {
        Group group = election.group();
        if (group.order().bitLength() > SCALAR_BYTES * Byte.SIZE) {
            throw new IllegalArgumentException("elections on the mesh are in BELENIOS-2048");
        }
        Proof proof = credential.prove(group, prefix(place, ballot), random);
        return new CastEnvelope(place, ballot, proof, bytes(place, ballot, proof));
    }

    /// The envelope that follows this one.
    public Place next() {
        return new Place(seq + 1, Optional.of(id()));
    }

    private static String prefix(Place place, Ballot ballot) {
        return SIGNED
                + ballot.electionHash()
                + "|"
                + ballot.credential()
                + "|"
                + place.seq()
                + "|"
                + place.previous().map(Hash::hex).orElse("")
                + "|"
                + Hash.sha256Plain(ballot.bytes()).hex()
                + "|";
    }

    private static byte[] bytes(Place place, Ballot ballot, Proof proof) {
        byte[] json = ballot.bytes();
        ByteBuffer out = ByteBuffer.allocate(headBytes(place.seq()) + json.length);
        out.put(VERSION).put((byte) place.seq());
        place.previous().ifPresent(hash -> out.put(hash.bytes()));
        put(out, proof.challenge());
        put(out, proof.response());
        return out.put(json).array();
    }

    private static int headBytes(int seq) {
        return 2 + (seq > 0 ? Hash.BYTES : 0) + 2 * SCALAR_BYTES;
    }

    private static void put(ByteBuffer out, Scalar scalar) {
        byte[] bytes = scalar.value().toByteArray();
        int from = Math.max(0, bytes.length - SCALAR_BYTES);
        out.position(out.position() + SCALAR_BYTES - (bytes.length - from));
        out.put(bytes, from, bytes.length - from);
    }

    private static Scalar scalar(ByteBuffer in) {
        byte[] bytes = new byte[SCALAR_BYTES];
        in.get(bytes);
        return new Scalar(new BigInteger(1, bytes));
    }

    /// Reads an envelope.
    ///
    /// @throws Malformed with the place
    public static CastEnvelope read(byte[] bytes) throws Malformed {
        if (bytes.length > Limits.ENVELOPE_BYTES) {
            throw new Malformed("", "larger than " + Limits.ENVELOPE_BYTES + " bytes");
        }
        if (bytes.length < headBytes(1) || bytes[0] != VERSION) {
            throw new Malformed("", "not an envelope of version 1");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        int seq = in.get();
        if (seq < 0 || seq >= Limits.CASTS) {
            throw new Malformed("seq", "not a number from 0 to " + (Limits.CASTS - 1));
        }
        Optional<Hash> previous = Optional.empty();
        if (seq > 0) {
            byte[] hash = new byte[Hash.BYTES];
            in.get(hash);
            previous = Optional.of(Hash.of(hash));
        }
        Proof proof = new Proof(scalar(in), scalar(in));
        byte[] json = new byte[in.remaining()];
        in.get(json);
        try {
            return new CastEnvelope(
                    new Place(seq, previous), Ballot.read(json), proof, bytes.clone());
        } catch (Malformed wrong) {
            throw wrong.within("ballot");
        }
    }

    /// Whether the ballot's credential signed the envelope. The credential has to be of the group,
    /// which it is where it is listed.
    boolean isSigned(Group group) {
        String prefix = prefix(new Place(seq, previous), ballot);
        return Knowledge.verify(group, prefix, ballot.credential(), proof);
    }

    /// Its name: a hash of all of it.
    public Hash id() {
        return Hash.sha256(ID, bytes);
    }

    /// How many were cast before it.
    public int seq() {
        return seq;
    }

    /// The one before it.
    public Optional<Hash> previous() {
        return previous;
    }

    /// What is in it.
    public Ballot ballot() {
        return ballot;
    }

    /// SHA-256 of the ballot's bytes, as in the archive.
    public Hash ballotHash() {
        return ballotHash;
    }

    /// What stands before the ballot, so that one who has the ballot has the envelope.
    public byte[] head() {
        return Arrays.copyOf(bytes, headBytes(seq));
    }

    /// A copy of the exact bytes.
    public byte[] bytes() {
        return bytes.clone();
    }
}
