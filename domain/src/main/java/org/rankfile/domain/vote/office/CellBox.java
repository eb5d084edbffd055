// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.crypto.Label;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is in a cell: an envelope or none, in as many bytes as any envelope of the ballot fits in.
///
/// @param bytes how many that are
record CellBox(int bytes) {
    static final Label CELL = new Label("rankfile/cell-letter/1");
    private static final int NUMBER = 617 + 30;
    private static final int PROOF = 2 * 78 + 40;
    private static final int FIXED = 4_096;
    private static final int STEP = 1_024;

    /// Cells of a ballot that asks this.
    static CellBox of(List<Question> questions) {
        long size = FIXED;
        for (Question question : questions) {
            long choices = question.choices();
            long overall = question.max() - question.min() + 2L;
            size += choices * (2L * NUMBER + 2L * PROOF) + (overall + 2) * PROOF;
        }
        return new CellBox(Math.toIntExact((size / STEP + 1) * STEP));
    }

    /// A cell's text.
    byte[] pack(Optional<CastEnvelope> envelope) {
        byte[] content = envelope.map(CastEnvelope::bytes).orElse(new byte[0]);
        return ByteBuffer.allocate(bytes).putInt(content.length).put(content).array();
    }

    /// The envelope in a cell; empty for none, and for what is none.
    Optional<CastEnvelope> unpack(byte[] text) {
        if (text.length != bytes) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(text).getInt();
        if (length <= 0 || length > bytes - Integer.BYTES) {
            return Optional.empty();
        }
        try {
            byte[] envelope = Arrays.copyOfRange(text, Integer.BYTES, Integer.BYTES + length);
            return Optional.of(CastEnvelope.read(envelope));
        } catch (Malformed none) {
            return Optional.empty();
        }
    }
}
