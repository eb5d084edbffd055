// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

/// The values that the RFCs and NaCl publish, through our own types.
class PublishedVectorsTest {
    @Test
    void ed25519OfRfc8032Section71() {
        signs(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        signs(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void x25519OfRfc7748Section61() {
        DhKey alice = key("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        DhKey bob = key("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
        Secret shared = secret("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");

        assertThat(alice.publicKey().bytes())
                .isEqualTo(hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
        assertThat(bob.publicKey().bytes())
                .isEqualTo(hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
        assertThat(alice.agree(bob.publicKey())).contains(shared);
        assertThat(bob.agree(alice.publicKey())).contains(shared);
    }

    @Test
    void chaCha20Poly1305OfRfc8439Section282() {
        Secret key = secret("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
        byte[] nonce = hex("070000004041424344454647");
        byte[] aad = hex("50515253c0c1c2c3c4c5c6c7");
        byte[] plain =
                ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for"
                                + " the future, sunscreen would be it.")
                        .getBytes(UTF_8);

        byte[] sealed = Aead.seal(key, nonce, aad, plain);

        assertThat(HexFormat.of().formatHex(sealed))
                .startsWith("d31a8d34648e60db7b86afbc53ef7ec2")
                .endsWith("1ae10b594f09e26a7e902ecbd0600691");
        assertThat(Aead.open(key, nonce, aad, sealed))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(plain));
    }

    @Test
    void hkdfOfRfc5869() {
        Secret input = secret("0b".repeat(22));
        assertThat(
                        Kdf.hkdfPlain(
                                input,
                                hex("000102030405060708090a0b0c"),
                                hex("f0f1f2f3f4f5f6f7f8f9"),
                                42))
                .isEqualTo(
                        secret(
                                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                                        + "34007208d5b887185865"));
        assertThat(Kdf.hkdfPlain(input, new byte[0], new byte[0], 42))
                .isEqualTo(
                        secret(
                                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                                        + "9d201395faa4b61a96c8"));
    }

    @Test
    void hmacOfRfc4231Case2() {
        assertThat(
                        Mac.plain(
                                "Jefe".getBytes(UTF_8),
                                "what do ya want for nothing?".getBytes(UTF_8)))
                .isEqualTo(hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    @Test
    void sha256OfFips180() {
        assertThat(Hash.sha256Plain("abc".getBytes(UTF_8)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void xSalsa20OfNaCl() {
        byte[] stream = new byte[32];
        new SalsaStream(
                        secret("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389"),
                        hex("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37"))
                .apply(stream, 0, stream.length);
        assertThat(stream)
                .isEqualTo(hex("eea6a7251c1e72916d11c2cb214d3c252539121d8e234e652d651fa4c8cff880"));
    }

    private static void signs(String seed, String publicKey, String message, String signature) {
        SigningKey key = SigningKey.fromSeed(secret(seed));
        Signature signed = key.signForeign(hex(message));

        assertThat(key.verifyKey().bytes()).isEqualTo(hex(publicKey));
        assertThat(signed.bytes()).isEqualTo(hex(signature));
        assertThat(key.verifyKey().verifyForeign(signed, hex(message))).isTrue();
    }

    private static DhKey key(String hex) {
        return DhKey.fromSeed(secret(hex));
    }

    private static Secret secret(String hex) {
        return Secret.copyOf(hex(hex));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
