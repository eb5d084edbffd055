// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.witness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Receipts and heads as JSON, on the mesh and in an annex (WIT-5). They do not say of which
/// election they are: whoever reads them has to know it, and a signature for another does not hold.
public final class WitnessJson {
    private static final Set<String> RECEIPT =
            Set.of("witness", "index", "previous", "time", "envelope", "signature");
    private static final Set<String> HEAD = Set.of("witness", "size", "last", "by", "signature");
    private static final int NUMBERS = Math.max(Limits.WITNESSES, Limits.TELLERS);

    private WitnessJson() {}

    /// The bytes of a list of receipts, in their one form.
    public static byte[] receipts(List<Receipt> receipts) {
        ArrayNode array = CanonicalJson.array();
        receipts.forEach(receipt -> array.add(of(receipt)));
        return CanonicalJson.bytes(array);
    }

    /// Reads a list of receipts. Whether they hold is for [Postmarks#add] to say.
    ///
    /// @param election the fingerprint of the election that they are of
    /// @throws Malformed with the place
    public static List<Receipt> readReceipts(byte[] bytes, String election) throws Malformed {
        List<Receipt> receipts =
                CanonicalJson.read(bytes).list(Limits.RECEIPTS, each -> receipt(each, election));
        return CanonicalJson.inOneForm(receipts, WitnessJson::receipts, bytes);
    }

    /// The bytes of a head that a witness or a teller signed, in their one form.
    public static byte[] head(Head.Signed signed) {
        return CanonicalJson.bytes(of(signed));
    }

    /// Reads a signed head. Whether it holds is for [Postmarks#addEnd] to say, or for
    /// [Postmarks#addCountersignature].
    ///
    /// @param election the fingerprint of the election that it is of
    /// @throws Malformed with the place
    public static Head.Signed readHead(byte[] bytes, String election) throws Malformed {
        Head.Signed signed = head(CanonicalJson.read(bytes, Limits.HEAD_BYTES), election);
        return CanonicalJson.inOneForm(signed, WitnessJson::head, bytes);
    }

    /// A receipt.
    public static ObjectNode of(Receipt receipt) {
        ObjectNode json = CanonicalJson.object();
        json.put("witness", receipt.witness()).put("index", receipt.index());
        receipt.previous().ifPresent(hash -> json.put("previous", hash.hex()));
        json.put("time", receipt.time()).put("envelope", receipt.envelope().hex());
        return json.put("signature", CryptoJson.of(receipt.signature()));
    }

    /// A signed head.
    public static ObjectNode of(Head.Signed signed) {
        ObjectNode json = CanonicalJson.object();
        json.put("witness", signed.head().witness()).put("size", signed.head().size());
        json.put("last", signed.head().last().hex()).put("by", signed.signer());
        return json.put("signature", CryptoJson.of(signed.signature()));
    }

    /// Reads a receipt.
    public static Receipt receipt(JsonValue json, String election) throws Malformed {
        json.only(RECEIPT);
        Optional<JsonValue> previous = json.optional("previous");
        return new Receipt(
                election,
                json.field("witness").number(0, Limits.WITNESSES - 1),
                json.field("index").number(0, Limits.RECEIPTS - 1),
                previous.isEmpty() ? Optional.empty() : Optional.of(previous.get().hash()),
                json.field("time").count(),
                json.field("envelope").hash(),
                json.field("signature").signature());
    }

    /// Reads a signed head.
    public static Head.Signed head(JsonValue json, String election) throws Malformed {
        json.only(HEAD);
        Head head =
                new Head(
                        election,
                        json.field("witness").number(0, Limits.WITNESSES - 1),
                        json.field("size").number(0, Limits.RECEIPTS),
                        json.field("last").hash());
        int by = json.field("by").number(0, NUMBERS - 1);
        return new Head.Signed(head, by, json.field("signature").signature());
    }
}
