// SPDX-License-Identifier: GPL-3.0-or-later

/// Secret, verifiable ballots in the format of Belenios 1. Pure: no I/O, no clock, no threads.
///
/// The JSON is shown to `domain` alone, which the compiler has not met yet when it comes here.
@SuppressWarnings("module")
module org.rankfile.ballot {
    requires static org.jspecify;
    requires transitive org.rankfile.crypto;
    requires com.fasterxml.jackson.databind;

    exports org.rankfile.ballot;
    exports org.rankfile.ballot.annex;
    exports org.rankfile.ballot.archive;
    exports org.rankfile.ballot.cast;
    exports org.rankfile.ballot.closing;
    exports org.rankfile.ballot.group;
    exports org.rankfile.ballot.json to
            org.rankfile.domain;
    exports org.rankfile.ballot.merkle;
    exports org.rankfile.ballot.notice;
    exports org.rankfile.ballot.proof;
    exports org.rankfile.ballot.roll;
    exports org.rankfile.ballot.tally;
    exports org.rankfile.ballot.trustee;
    exports org.rankfile.ballot.verify;
    exports org.rankfile.ballot.witness;
}
