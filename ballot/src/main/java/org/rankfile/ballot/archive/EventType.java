// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What happens in an election, in the order in which it has to happen. No version of belenios-tool
/// looks at the order; we do, since a ballot after the end of voting would silently not count.
public enum EventType {
    /// The election, who can decrypt it and who may vote.
    SETUP("Setup", 4),
    /// A ballot, of which the last with a credential counts.
    BALLOT("Ballot", 1),
    /// The end of voting.
    END_BALLOTS("EndBallots", 0),
    /// The sum of what counts.
    ENCRYPTED_TALLY("EncryptedTally", 2),
    /// A trustee's part.
    PARTIAL_DECRYPTION("PartialDecryption", 2),
    /// How often each answer was chosen.
    RESULT("Result", 1);

    private final String text;
    private final int records;

    EventType(String text, int records) {
        this.text = text;
        this.records = records;
    }

    /// As events name it.
    public String text() {
        return text;
    }

    /// How many records of data stand before it.
    int records() {
        return records;
    }

    static Optional<EventType> named(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }

    /// What may come at first, or after this.
    static Set<EventType> after(Optional<EventType> last) {
        if (last.isEmpty()) {
            return Set.of(SETUP);
        }
        return switch (last.get()) {
            case SETUP, BALLOT -> Set.of(BALLOT, END_BALLOTS);
            case END_BALLOTS -> Set.of(ENCRYPTED_TALLY);
            case ENCRYPTED_TALLY -> Set.of(PARTIAL_DECRYPTION);
            case PARTIAL_DECRYPTION -> Set.of(PARTIAL_DECRYPTION, RESULT);
            case RESULT -> Set.of();
        };
    }
}
