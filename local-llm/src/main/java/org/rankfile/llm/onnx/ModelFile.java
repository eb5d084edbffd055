// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of the model, as it lies on the class path, with the only hash it may have.
///
/// @param path resource name without a leading slash
/// @param sha256 lower-case hex
/// @param maxBytes more is not read: the file is then not the pinned one
record ModelFile(String path, String sha256, int maxBytes) {
    private static final int BLOCK_BYTES = 1 << 16;

    /// The quantised weights of all-MiniLM-L6-v2.
    static final ModelFile WEIGHTS =
            new ModelFile(
                    "all-minilm-l6-v2-q.onnx",
                    "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
                    24 << 20);

    /// Its vocabulary, in the format of Hugging Face's tokenizers.
    static final ModelFile TOKENIZER =
            new ModelFile(
                    "all-minilm-l6-v2-q-tokenizer.json",
                    "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
                    1 << 20);

    /// The file's bytes outside the heap, if they are the pinned ones. Positioned at their start.
    ByteBuffer read(ClassLoader from) throws ModelException {
        MessageDigest digest = sha256Digest();
        ByteBuffer bytes = ByteBuffer.allocateDirect(maxBytes);
        try (InputStream in = from.getResourceAsStream(path)) {
            if (in == null) {
                throw new ModelException(ModelException.Fault.MISSING, null);
            }
            var block = new byte[BLOCK_BYTES];
            int count = in.read(block);
            while (count >= 0 && count <= bytes.remaining()) {
                digest.update(block, 0, count);
                bytes.put(block, 0, count);
                count = in.read(block);
            }
        } catch (IOException e) {
            throw new ModelException(ModelException.Fault.DAMAGED, e);
        }
        if (!sha256.equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new ModelException(ModelException.Fault.DAMAGED, null);
        }
        return bytes.flip();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
