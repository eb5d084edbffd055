// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.notice;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.closing.Council;
import org.rankfile.crypto.VerifyKey;

import java.util.List;

/// Who holds an election, by the keys that their statements are verified with.
///
/// @param convenor who called it: the key of the device on which they did
/// @param registrars who list the voters
/// @param tellers who make the key, close and decrypt; the order is that of the trustees
/// @param threshold how many tellers are enough to decrypt
/// @param witnesses who say which ballot was there in time
public record Officers(
        VerifyKey convenor,
        List<VerifyKey> registrars,
        List<VerifyKey> tellers,
        int threshold,
        List<VerifyKey> witnesses) {
    public Officers {
        registrars = List.copyOf(registrars);
        tellers = List.copyOf(tellers);
        witnesses = List.copyOf(witnesses);
        if (registrars.isEmpty() || registrars.size() > Limits.REGISTRARS) {
            throw new IllegalArgumentException("1 to 16 registrars");
        }
        if (witnesses.isEmpty() || witnesses.size() > Limits.WITNESSES) {
            throw new IllegalArgumentException("1 to 64 witnesses");
        }
        int faulty = new Council("", tellers).faulty();
        if (threshold <= faulty || threshold > tellers.size()) {
            throw new IllegalArgumentException("more than may lie, and no more than there are");
        }
    }
}
