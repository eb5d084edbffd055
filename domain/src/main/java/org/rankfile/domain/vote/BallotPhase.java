// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

/// How far a ballot is.
public enum BallotPhase {
    /// Those who were asked take their offices, and tellers make the key. Goes on by itself while
    /// their laptops meet.
    PREPARING,
    /// Everything is there; the convenor may open it.
    PREPARED,
    /// There is a notice; not all tellers have agreed to it yet.
    ANNOUNCED,
    /// All agreed; members enrol, and nobody can vote yet.
    AGREED,
    /// Members can vote.
    VOTING,
    /// Voting is over; ballots that were in time may still arrive, and tellers agree on the box.
    CLOSING,
    /// The box is sealed; tellers decrypt.
    DECRYPTING,
    /// The result is known.
    COUNTED,
    /// The box is sealed and has so few ballots that it will not be opened.
    TOO_FEW,
    /// A teller did not do as they should: it cannot be held, and is called again without them.
    FAILED,
    /// The convenor called it off before it was opened.
    WITHDRAWN
}
