// SPDX-License-Identifier: GPL-3.0-or-later

/// Keys, hashes, signatures, seals. Bouncy Castle stays hidden in `crypto.bc`.
module org.rankfile.crypto {
    requires static org.jspecify;
    requires org.bouncycastle.provider;

    exports org.rankfile.crypto;
    exports org.rankfile.crypto.group;
    exports org.rankfile.crypto.vault;
}
