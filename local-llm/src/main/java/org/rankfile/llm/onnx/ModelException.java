// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import org.jspecify.annotations.Nullable;

/// The model cannot be loaded or run; the façade turns it into its own exception.
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What went wrong.
    public enum Fault {
        MISSING,
        DAMAGED,
        NO_RUNTIME,
        INFERENCE
    }

    private final Fault fault;

    ModelException(Fault fault, @Nullable Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    /// What went wrong.
    public Fault fault() {
        return fault;
    }
}
