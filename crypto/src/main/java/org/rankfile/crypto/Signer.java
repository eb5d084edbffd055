// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

/// Who signs a labelled statement without showing the key.
public interface Signer {
    /// Signs the label and the parts, one after the other.
    Signature sign(Label label, byte[]... parts);
}
