// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.crypto.Hash;

import java.util.Optional;

/// The events so far: knows what has to be in the next one.
final class Chain {
    private Optional<Hash> last = Optional.empty();
    private Optional<EventType> lastType = Optional.empty();
    private int height;

    /// Where the next event stands.
    String place() {
        return "events[" + height + "]";
    }

    /// The event that would come next.
    Event next(EventType type, Optional<Hash> payload) {
        return new Event(last, height, type, payload);
    }

    /// Takes an event.
    ///
    /// @throws Malformed where it cannot come next
    void add(Event event, byte[] bytes) throws Malformed {
        if (!EventType.after(lastType).contains(event.type())) {
            String after = lastType.map(type -> "after " + type.text()).orElse("at first");
            throw new Malformed("type", event.type().text() + " cannot come " + after);
        }
        if (event.height() != height || height == Limits.ARCHIVE_EVENTS) {
            throw new Malformed("height", "not the number of events before it");
        }
        if (!event.parent().equals(last)) {
            throw new Malformed("parent", "not the event before it");
        }
        last = Optional.of(Hash.sha256Plain(bytes));
        lastType = Optional.of(event.type());
        height++;
    }

    /// The hash of the last event, which stands for all before it.
    Optional<Hash> head() {
        return last;
    }

    Optional<EventType> lastType() {
        return lastType;
    }
}
