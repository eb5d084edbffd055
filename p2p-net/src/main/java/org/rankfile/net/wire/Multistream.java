// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Predicate;

/// One negotiation of multistream-select 1.0, for either end. It sees bytes and makes bytes; it
/// does no I/O. The dialler proposes one protocol, the only one that it can use; the listener
/// answers every proposal until it takes one. Not safe for several threads.
public final class Multistream {
    /// The first line of each end.
    public static final String HEADER = "/multistream/1.0.0";

    private static final String NOT_AVAILABLE = "na";

    private final LineBuffer in;
    private final Predicate<String> serves;
    private final Optional<String> proposal;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean headerSeen;
    private int proposalsLeft;
    private Outcome outcome = Outcome.OPEN;
    private String protocol = "";

    /// How far a negotiation is.
    public enum Outcome {
        /// More bytes are needed.
        OPEN,
        /// Both ends have agreed.
        AGREED,
        /// The listener does not have what the dialler needs, or was asked too often.
        REFUSED
    }

    private Multistream(
            int maxLine, int proposals, Predicate<String> serves, Optional<String> proposal) {
        in = new LineBuffer(maxLine);
        proposalsLeft = proposals;
        this.serves = serves;
        this.proposal = proposal;
    }

    /// The dialler's end; header and proposal go out together, to save a round trip.
    public static Multistream dialler(String protocol, int maxLine) {
        Multistream dialler = new Multistream(maxLine, 1, protocol::equals, Optional.of(protocol));
        dialler.send(HEADER);
        dialler.send(protocol);
        return dialler;
    }

    /// The listener's end. It says nothing before it has seen the dialler's header.
    public static Multistream listener(Predicate<String> serves, int maxLine, int proposals) {
        return new Multistream(maxLine, proposals, serves, Optional.empty());
    }

    /// Takes what arrived and moves on.
    ///
    /// @throws Malformed if the far end breaks the specification
    public Outcome receive(byte[] bytes) throws Malformed {
        in.add(bytes);
        if (!headerSeen && !in.mayBecome(HEADER)) {
            throw new Malformed("no multistream header");
        }
        while (outcome == Outcome.OPEN) {
            Optional<String> line = in.next();
            if (line.isEmpty()) {
                break;
            }
            take(line.get());
        }
        return outcome;
    }

    private void take(String line) throws Malformed {
        if (!headerSeen) {
            headerSeen = true;
            if (proposal.isEmpty()) {
                send(HEADER);
            }
        } else if (proposal.isPresent()) {
            answer(line);
        } else {
            offer(line);
        }
    }

    private void answer(String line) throws Malformed {
        if (line.equals(NOT_AVAILABLE)) {
            outcome = Outcome.REFUSED;
        } else if (proposal.isPresent() && line.equals(proposal.get())) {
            outcome = Outcome.AGREED;
            protocol = line;
        } else {
            throw new Malformed("multistream answer to something else");
        }
    }

    private void offer(String line) {
        if (serves.test(line)) {
            send(line);
            outcome = Outcome.AGREED;
            protocol = line;
        } else {
            send(NOT_AVAILABLE);
            proposalsLeft--;
            if (proposalsLeft == 0) {
                outcome = Outcome.REFUSED;
            }
        }
    }

    private void send(String line) {
        out.writeBytes(LineBuffer.encode(line));
    }

    /// Takes the bytes that are to be sent.
    public byte[] output() {
        byte[] bytes = out.toByteArray();
        out.reset();
        return bytes;
    }

    /// What both ends agreed on.
    public String protocol() {
        return protocol;
    }

    /// Takes the bytes behind the negotiation; they belong to the protocol.
    public byte[] rest() {
        return in.rest();
    }

    /// Whether the far end has sent its header, and so speaks multistream-select at all.
    public boolean headerSeen() {
        return headerSeen;
    }
}
