// SPDX-License-Identifier: GPL-3.0-or-later

/// Members, grievances and ballots: commands in, events on the log, a pure fold, snapshots out.
module org.rankfile.domain {
    requires static org.jspecify;
    requires transitive org.rankfile.crypto;
    requires transitive org.rankfile.oplog;
    requires com.fasterxml.jackson.databind;
    requires transitive org.rankfile.ballot;

    exports org.rankfile.domain;
    exports org.rankfile.domain.csv;
    exports org.rankfile.domain.demo;
    exports org.rankfile.domain.event;
    exports org.rankfile.domain.grievance;
    exports org.rankfile.domain.record;
    exports org.rankfile.domain.roster;
    exports org.rankfile.domain.vote;
    exports org.rankfile.domain.vote.rule;
    exports org.rankfile.domain.vote.step;
}
