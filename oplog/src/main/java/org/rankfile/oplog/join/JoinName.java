// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.oplog.Founding;
import org.rankfile.oplog.JoinRefusal;

import java.nio.charset.StandardCharsets;

/// What a person may ask to be called: what the log takes as a name ([Founding#isName]), so that
/// nobody is approved who cannot be admitted; of characters that are assigned, and at most
/// [JoinLimits#NAME_BYTES].
final class JoinName {

    private JoinName() {}

    static String check(String name) throws JoinFault {
        boolean assigned = name.codePoints().allMatch(Character::isDefined);
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= JoinLimits.NAME_BYTES;
        if (!Founding.isName(name) || !assigned || !fits) {
            throw new JoinFault(JoinRefusal.BAD_NAME);
        }
        return name;
    }
}
