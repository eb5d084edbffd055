// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.roll.Enrolment;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What a voter's device keeps of a ballot: the credential, the enrolment, and what was cast.
/// Immutable. Never prints.
///
/// @param credential kept apart, since it is destroyed when the ballot is over
/// @param reply opens the entries that registrars send back
/// @param sent whether the enrolment is in the hall
record VoterRecord(
        Optional<Credential> credential,
        Secret reply,
        Enrolment enrolment,
        boolean sent,
        List<CastEnvelope> cast) {
    VoterRecord {
        cast = List.copyOf(cast);
    }

    VoterRecord with(CastEnvelope envelope) {
        List<CastEnvelope> more = new ArrayList<>(cast);
        more.add(envelope);
        return new VoterRecord(credential, reply, enrolment, sent, more);
    }

    VoterRecord whenSent() {
        return new VoterRecord(credential, reply, enrolment, true, cast);
    }

    VoterRecord withoutCredential() {
        return new VoterRecord(Optional.empty(), reply, enrolment, sent, cast);
    }

    Secret write() {
        ObjectNode json = CanonicalJson.object();
        json.put("reply", Hash.of(reply.expose()).hex());
        json.put("enrolment", new String(enrolment.bytes(), StandardCharsets.UTF_8));
        json.put("sent", sent);
        ArrayNode array = json.putArray("cast");
        cast.forEach(each -> array.add(Base64.getEncoder().encodeToString(each.bytes())));
        return Secret.copyOf(CanonicalJson.bytes(json));
    }

    static VoterRecord read(Optional<Credential> credential, Secret written) throws Malformed {
        JsonValue json = CanonicalJson.read(written.expose());
        byte[] enrolment = json.field("enrolment").text().getBytes(StandardCharsets.UTF_8);
        return new VoterRecord(
                credential,
                Secret.copyOf(json.field("reply").hash().bytes()),
                Enrolment.read(enrolment),
                json.field("sent").bool(),
                json.field("cast").list(Limits.CASTS, VoterRecord::envelope));
    }

    private static CastEnvelope envelope(JsonValue json) throws Malformed {
        return CastEnvelope.read(Base64.getDecoder().decode(json.text()));
    }

    @Override
    public String toString() {
        return "VoterRecord";
    }
}
