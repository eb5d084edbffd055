// SPDX-License-Identifier: GPL-3.0-or-later

/// How tellers agree, without a server and with liars among them, on the one set of ballots that is
/// decrypted.
///
/// Ballots are proven when they come, so that closing does not have to. What was found valid once
/// is valid for ever in the same election: an id is a hash of the whole envelope; the proofs in it
/// are bound to the election's fingerprint, which stands for its key, questions and group; and
/// checking them looks at the envelope and the election and at nothing else. The one thing that can
/// change until the end is the list of credentials. So [org.rankfile.ballot.closing.ClosedBox] asks
/// again whether a credential is listed and whether witnesses saw the envelope in time, and for
/// envelopes that the caller found valid before, no more than that. An id that the caller never
/// checked, or only heard of, is not known to be valid: what is in a box goes into the archive, and
/// an archive with one ballot that does not hold is rejected by everybody.
package org.rankfile.ballot.closing;
