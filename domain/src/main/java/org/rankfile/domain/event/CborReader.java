// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.domain.Limits;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads CBOR strictly (EV-1): definite lengths, shortest heads, texts as keys, no key twice, a
/// bounded depth, valid UTF-8, nothing behind. Takes no more memory than a small multiple of the
/// bytes.
final class CborReader {
    private final byte[] in;
    private int at;

    private CborReader(byte[] in) {
        this.in = in;
    }

    static Cbor read(byte[] bytes) throws CborRefused {
        CborReader reader = new CborReader(bytes);
        Cbor value = reader.value(1);
        if (reader.at != bytes.length) {
            throw new CborRefused("something follows");
        }
        return value;
    }

    private Cbor value(int depth) throws CborRefused {
        if (depth > Limits.CBOR_DEPTH) {
            throw new CborRefused("nested too deeply");
        }
        int initial = octet();
        int major = initial >>> 5;
        int info = initial & 31;
        if (major == 7) {
            return simple(info);
        }
        long argument = argument(info);
        return switch (major) {
            case 0 -> argument < 0 ? new Cbor.Other() : new Cbor.Int(argument);
            case 1 -> argument < 0 ? new Cbor.Other() : new Cbor.Int(-1 - argument);
            case 2 -> new Cbor.Bytes(take(argument));
            case 3 -> new Cbor.Text(text(argument));
            case 4 -> items(count(argument, 1), depth);
            case 5 -> fields(count(argument, 2), depth);
            default -> value(depth + 1);
        };
    }

    private Cbor items(int count, int depth) throws CborRefused {
        List<Cbor> items = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            items.add(value(depth + 1));
        }
        return new Cbor.Items(items);
    }

    private Cbor fields(int count, int depth) throws CborRefused {
        Map<String, Cbor> fields = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int initial = octet();
            if (initial >>> 5 != 3) {
                throw new CborRefused("a key that is no text");
            }
            String key = text(argument(initial & 31));
            if (fields.put(key, value(depth + 1)) != null) {
                throw new CborRefused("a key twice");
            }
        }
        return new Cbor.Fields(fields);
    }

    private Cbor simple(int info) throws CborRefused {
        switch (info) {
            case 24 -> {
                if (octet() < 32) {
                    throw new CborRefused("not the shortest head");
                }
            }
            case 25, 26, 27 -> take(1L << (info - 24));
            case 28, 29, 30, 31 -> throw new CborRefused("reserved or indefinite");
            default -> {
                // The value is in the head.
            }
        }
        return new Cbor.Other();
    }

    /// The argument of a head; negative where it has 64 bits with the highest set.
    private long argument(int info) throws CborRefused {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw new CborRefused("reserved or indefinite");
        }
        int width = 1 << (info - 24);
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | octet();
        }
        long least = width == 1 ? 24 : 1L << (4 * width);
        if (value >= 0 && value < least) {
            throw new CborRefused("not the shortest head");
        }
        return value;
    }

    private int count(long argument, int bytesEach) throws CborRefused {
        if (argument < 0 || argument > (in.length - at) / bytesEach) {
            throw new CborRefused("cut short");
        }
        return (int) argument;
    }

    private String text(long length) throws CborRefused {
        byte[] utf8 = take(length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException malformed) {
            throw new CborRefused("not UTF-8");
        }
    }

    private byte[] take(long length) throws CborRefused {
        if (length < 0 || length > in.length - at) {
            throw new CborRefused("cut short");
        }
        byte[] taken = Arrays.copyOfRange(in, at, at + (int) length);
        at += (int) length;
        return taken;
    }

    private int octet() throws CborRefused {
        if (at == in.length) {
            throw new CborRefused("cut short");
        }
        return in[at++] & 0xff;
    }
}
