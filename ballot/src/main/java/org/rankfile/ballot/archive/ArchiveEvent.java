// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Malformed;

import java.util.List;

/// Something that happened in an election, with its data. What an archive is written from and read
/// into; a reader makes sure that the data is what the event's payload names, and nothing else.
public sealed interface ArchiveEvent {
    /// What happened.
    EventType type();

    /// The records of data before the event, the payload last.
    List<byte[]> records();

    /// The election begins.
    ///
    /// @param election as its ballots are bound to it
    /// @param trustees who can decrypt it
    /// @param credentials who may vote
    @SuppressWarnings("ArrayRecordComponent") // bytes as they are in the file, compared nowhere
    record Setup(byte[] election, byte[] trustees, byte[] credentials) implements ArchiveEvent {
        @Override
        public EventType type() {
            return EventType.SETUP;
        }

        @Override
        public List<byte[]> records() {
            return List.of(election, trustees, credentials, Payloads.setup(this));
        }
    }

    /// A ballot.
    @SuppressWarnings("ArrayRecordComponent")
    record Cast(byte[] ballot) implements ArchiveEvent {
        @Override
        public EventType type() {
            return EventType.BALLOT;
        }

        @Override
        public List<byte[]> records() {
            return List.of(ballot);
        }
    }

    /// No more ballots.
    record End() implements ArchiveEvent {
        @Override
        public EventType type() {
            return EventType.END_BALLOTS;
        }

        @Override
        public List<byte[]> records() {
            return List.of();
        }
    }

    /// The sum.
    ///
    /// @param tally encrypted
    /// @param counted of how many ballots
    /// @param weight the sum of their weights
    @SuppressWarnings("ArrayRecordComponent")
    record Tallied(byte[] tally, long counted, long weight) implements ArchiveEvent {
        @Override
        public EventType type() {
            return EventType.ENCRYPTED_TALLY;
        }

        @Override
        public List<byte[]> records() {
            return List.of(tally, Payloads.tallied(this));
        }
    }

    /// A trustee's part.
    ///
    /// @param owner the number of the member of the trustees, from 1
    /// @param part the decryption
    @SuppressWarnings("ArrayRecordComponent")
    record Decrypted(int owner, byte[] part) implements ArchiveEvent {
        @Override
        public EventType type() {
            return EventType.PARTIAL_DECRYPTION;
        }

        @Override
        public List<byte[]> records() {
            return List.of(part, Payloads.decrypted(this));
        }
    }

    /// The result.
    @SuppressWarnings("ArrayRecordComponent")
    record Announced(byte[] result) implements ArchiveEvent {
        @Override
        public EventType type() {
            return EventType.RESULT;
        }

        @Override
        public List<byte[]> records() {
            return List.of(result);
        }
    }

    /// The event with these records.
    ///
    /// @param records as many as the type has
    /// @throws Malformed where the payload is not of the other records
    static ArchiveEvent of(EventType type, List<byte[]> records) throws Malformed {
        return switch (type) {
            case SETUP -> Payloads.setup(records);
            case BALLOT -> new Cast(records.getFirst());
            case END_BALLOTS -> new End();
            case ENCRYPTED_TALLY -> Payloads.tallied(records);
            case PARTIAL_DECRYPTION -> Payloads.decrypted(records);
            case RESULT -> new Announced(records.getFirst());
        };
    }
}
