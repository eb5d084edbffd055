// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.proof.Proof;

import java.util.List;
import java.util.Optional;

/// A ballot: encrypted answers, signed with a credential. Whether it is valid is for [BallotCheck]
/// to say.
///
/// @param electionUuid the election's name
/// @param electionHash the election's fingerprint
/// @param credential the public credential, to which no name belongs
/// @param answers one for each question
/// @param signature over everything before it
public record Ballot(
        String electionUuid,
        String electionHash,
        Element credential,
        List<Answer> answers,
        Signature signature) {
    public Ballot {
        answers = List.copyOf(answers);
    }

    /// The voter's signature.
    ///
    /// @param hash the fingerprint of the ballot without it
    /// @param proof of knowing the private credential
    public record Signature(String hash, Proof proof) {}

    /// Reads a ballot, which has to be in canonical form.
    ///
    /// @throws Malformed with the place
    public static Ballot read(byte[] bytes) throws Malformed {
        return BallotJson.read(bytes);
    }

    /// The credential of a ballot, as it is written there, without looking at the rest. That the
    /// ballot is one, and in canonical form, is for [#read] to say.
    ///
    /// @return empty where there is none
    public static Optional<String> credential(byte[] bytes) {
        return CanonicalJson.peek(bytes, "credential");
    }

    /// The one form.
    public byte[] bytes() {
        return BallotJson.bytes(this);
    }

    /// What the voter looks for in the record of the election ("smart ballot tracker"): the
    /// fingerprint of the whole ballot.
    public String tracker() {
        return Fingerprint.of(bytes());
    }
}
