// SPDX-License-Identifier: GPL-3.0-or-later

/// The embedded sentence encoder. The only package that knows ONNX Runtime.
package org.rankfile.llm.onnx;
