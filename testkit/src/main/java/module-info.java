// SPDX-License-Identifier: GPL-3.0-or-later

/// Seeded generators, hand-moved time and executors for tests. Not shipped.
module org.rankfile.testkit {
    requires static org.jspecify;

    exports org.rankfile.testkit;
}
