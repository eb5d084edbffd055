// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// Number bases of multibase that read the bytes as one big number: base58btc and base36. Leading
/// zero bytes become leading zero digits. For short inputs only (the work grows with the square).
public enum BaseN {
    /// Bitcoin's alphabet.
    BASE58BTC("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"),
    /// Digits and lower-case letters.
    BASE36("0123456789abcdefghijklmnopqrstuvwxyz");

    private final String alphabet;
    private final BigInteger base;

    BaseN(String alphabet) {
        this.alphabet = alphabet;
        base = BigInteger.valueOf(alphabet.length());
    }

    /// The digits of the bytes.
    public String encode(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] step = rest.divideAndRemainder(base);
            digits.append(alphabet.charAt(step[1].intValue()));
            rest = step[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(alphabet.charAt(0));
        }
        return digits.reverse().toString();
    }

    /// The bytes behind the digits; empty if a character is not in the alphabet. The caller bounds
    /// the length of the text.
    public Optional<byte[]> decode(String text) {
        BigInteger number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = alphabet.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            if (digit == 0 && zeros == i) {
                zeros++;
            }
            number = number.multiply(base).add(BigInteger.valueOf(digit));
        }
        byte[] raw = number.signum() == 0 ? new byte[0] : number.toByteArray();
        int sign = raw.length > 0 && raw[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + raw.length - sign];
        System.arraycopy(raw, sign, bytes, zeros, raw.length - sign);
        return Optional.of(bytes);
    }

    /// Base32 of RFC 4648 in lower case without padding (multibase `b`).
    public static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(RFC4648.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(RFC4648.charAt(buffer << (5 - bits) & 31)).toString();
    }

    /// The bytes behind [#base32]; empty unless it is exactly what that would write.
    public static Optional<byte[]> fromBase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = RFC4648.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            buffer = (buffer & 0xff) << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        byte[] whole = Arrays.copyOf(bytes, at);
        return base32(whole).equals(text) ? Optional.of(whole) : Optional.empty();
    }

    private static final String RFC4648 = "abcdefghijklmnopqrstuvwxyz234567";
}
