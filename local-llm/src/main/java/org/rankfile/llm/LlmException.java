// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.jspecify.annotations.Nullable;
import org.rankfile.llm.onnx.ModelException;

import java.util.Objects;

/// The model cannot be loaded or run. Never about the text, and holds nothing of it.
public final class LlmException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What went wrong.
    public enum Reason {
        /// The model or its vocabulary is not on the class path.
        MODEL_MISSING,
        /// A model file is not the pinned one: its SHA-256 differs.
        MODEL_DAMAGED,
        /// ONNX Runtime does not load here (unsupported system, no room or no execute permission in
        /// the temporary directory).
        NO_RUNTIME,
        /// ONNX Runtime refused the model or failed while running it.
        INFERENCE
    }

    private final Reason reason;

    /// An exception for the given reason.
    public LlmException(Reason reason, @Nullable Throwable cause) {
        super(Objects.requireNonNull(reason).name(), cause);
        this.reason = reason;
    }

    static LlmException of(ModelException e) {
        Reason reason =
                switch (e.fault()) {
                    case MISSING -> Reason.MODEL_MISSING;
                    case DAMAGED -> Reason.MODEL_DAMAGED;
                    case NO_RUNTIME -> Reason.NO_RUNTIME;
                    case INFERENCE -> Reason.INFERENCE;
                };
        return new LlmException(reason, e);
    }

    /// What went wrong.
    public Reason reason() {
        return reason;
    }
}
