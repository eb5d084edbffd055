// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.trustee.TrusteeKeys;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;

import java.util.random.RandomGenerator;

/// What somebody holds an office of one ballot with. Made for that ballot and destroyed after it,
/// so that a laptop that is taken later opens nothing. Never prints.
///
/// @param signing signs what is said in the office
/// @param letters opens enrolments and cells
/// @param trustee signs and opens what tellers write each other
record OfficeKeys(SigningKey signing, PreKey letters, TrusteeKeys trustee) {
    static OfficeKeys draw(RandomGenerator random) {
        return new OfficeKeys(
                SigningKey.generate(random),
                PreKey.generate(random),
                TrusteeKeys.draw(Ceremony.GROUP, random));
    }

    Secret write() {
        ObjectNode json = CanonicalJson.object();
        json.put("signing", Hash.of(signing.seed().expose()).hex());
        json.put("letters", Hash.of(letters.seed().expose()).hex());
        json.put("trustee", trustee.exposeSeed());
        return Secret.copyOf(CanonicalJson.bytes(json));
    }

    static OfficeKeys read(Secret written) throws Malformed {
        JsonValue json = CanonicalJson.read(written.expose());
        return new OfficeKeys(
                SigningKey.fromSeed(Secret.copyOf(json.field("signing").hash().bytes())),
                PreKey.fromSeed(Secret.copyOf(json.field("letters").hash().bytes())),
                TrusteeKeys.of(Ceremony.GROUP, json.field("trustee").text()));
    }

    @Override
    public String toString() {
        return "OfficeKeys";
    }
}
