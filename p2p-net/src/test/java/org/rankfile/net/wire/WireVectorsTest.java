// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Vectors of the multiformats specifications, RFC 4648 and the base58 draft.
class WireVectorsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "127, 7f",
        "128, 8001",
        "255, ff01",
        "300, ac02",
        "16384, 808001",
        "9223372036854775807, ffffffffffffffff7f"
    })
    @DisplayName("NET-1: unsigned varints")
    void varintsAreWrittenAndRead(long value, String hex) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Varint.write(out, value);
        byte[] bytes = out.toByteArray();
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(hex);
        assertThat(Varint.size(value)).isEqualTo(bytes.length);
        assertThat(new ByteReader(bytes).varint()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000", "ff00", "", "80", "ffffffffffffffffff", "80808080808080808001"})
    void longCutOffAndNegativeVarintsAreRefused(String hex) {
        ByteReader in = new ByteReader(HexFormat.of().parseHex(hex));
        assertThatThrownBy(in::varint).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Hello World!, 2NEpo7TZRRrLZSi2U",
        "The quick brown fox jumps over the lazy dog.,"
                + " USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
    })
    void base58IsBitcoins(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(BaseN.BASE58BTC.encode(bytes)).isEqualTo(encoded);
        assertThat(BaseN.BASE58BTC.decode(encoded)).hasValue(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0000287fb4cd, 11233QC4", "00, 1", "'', ''"})
    void leadingZerosOfBase58AreKept(String hex, String encoded) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(BaseN.BASE58BTC.encode(bytes)).isEqualTo(encoded);
        assertThat(BaseN.BASE58BTC.decode(encoded)).hasValue(bytes);
    }

    @ParameterizedTest
    @CsvSource({"yes mani !, 2lcpzo5yikidynfl"})
    void base36IsTheOneOfMultibase(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(BaseN.BASE36.encode(bytes)).isEqualTo(encoded);
        assertThat(BaseN.BASE36.decode(encoded)).hasValue(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, my",
        "fo, mzxq",
        "foo, mzxw6",
        "foob, mzxw6yq",
        "fooba, mzxw6ytb",
        "foobar, mzxw6ytboi"
    })
    void base32IsRfc4648InLowerCase(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(BaseN.base32(bytes)).isEqualTo(encoded);
        assertThat(BaseN.fromBase32(encoded)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mz", "m", "mzxw6ytbo", "MY", "my======", "m1", "mzxw6yr"})
    void base32OfNoBytesIsRefused(String text) {
        assertThat(BaseN.fromBase32(text)).isEmpty();
    }
}
