// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.crypto.Signer;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// One device's copy of a local's log, driven by one engine thread.
///
/// What is appended is durable when [#append] returns: "acknowledged" means nothing less. Ops of
/// others come in by themselves while the replica is connected.
public interface Replica extends AutoCloseable {
    /// Runs work on the engine thread, after everything that was given to it before. What the work
    /// throws is the future's failure. Any thread.
    <T> CompletableFuture<T> onEngine(Callable<T> work);

    /// Appends one op to a circle's content. Durable when it returns; the listeners have been told.
    /// Engine thread only.
    ///
    /// @param circle the circle's name here: `hall` or `committee`
    /// @param body at most [Limits#BODY_BYTES]; one op may carry many events
    default ContentOp append(String circle, byte[] body) throws AppendRefused {
        return appendAll(circle, List.of(body)).getFirst();
    }

    /// Appends ops as one durable commit: all of them or none. Engine thread only.
    List<ContentOp> appendAll(String circle, List<byte[]> bodies) throws AppendRefused;

    /// Tells the listener of every op admitted so far, in a causal order, and then of each that
    /// comes. Engine thread only.
    void follow(ContentListener listener);

    /// Seals bytes that name no author to a circle's members and appends them to its content
    /// (OP-21). Durable when it returns; if the gate admits them, the listener has been told.
    /// Nothing in the object or on the disk says that it was sealed here; the hour and who hands it
    /// on first can be seen. Doing it again appends another object of the same content: to know
    /// them by their content is the caller's business. Engine thread only.
    ///
    /// @param circle the circle's name here: `hall` or `committee`
    /// @param content at most [Limits#BODY_BYTES], not copied
    /// @return the id of the object
    /// @throws IllegalArgumentException if the gate refuses the content; nothing is appended
    OpId appendAuthorless(String circle, byte[] content) throws AppendRefused;

    /// Decides about objects without an author from now on. All that came so far are offered to the
    /// gate, then each that comes. Without a gate they are kept, passed on and wait. Engine thread
    /// only, once.
    void followAuthorless(AuthorlessGate gate, AuthorlessListener listener);

    /// The gate may answer otherwise now: offers it everything that waits again. To be called when
    /// a batch is over ([ContentListener#changed]) that the gate's answers depend on, not from
    /// within another callback. Engine thread only.
    void regate();

    /// Signs labelled statements as this device; its [DeviceId] is the key that verifies them.
    /// Labels separate them from ops: those of the log itself are refused with
    /// [IllegalArgumentException] (OP-27). Any thread.
    Signer signer();

    /// Changes who is in. Engine thread only.
    Stewardship stewardship();

    /// Who is in a circle; who is suspended cannot read what is written now. Empty for a circle
    /// that we are not in. Any thread.
    List<Member> members(String circle);

    /// Where things stand. Any thread.
    ReplicaStatus status();

    /// Reads the whole log from the disk again and checks it: seals, hashes, signatures, chains,
    /// admission. Blocks; on a long log for seconds. Not from the engine thread.
    VerifyReport verify();

    /// Disconnects and stops. What was acknowledged stays. Any thread.
    @Override
    void close();
}
