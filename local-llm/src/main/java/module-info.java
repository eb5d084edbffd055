// SPDX-License-Identifier: GPL-3.0-or-later

/// Grievance summaries on the device. The transformer's runtime stays hidden in `llm.onnx`.
module org.rankfile.llm {
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.microsoft.onnxruntime;

    exports org.rankfile.llm;
    exports org.rankfile.llm.extract;
}
