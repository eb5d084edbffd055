// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.oplog.JoinRefusal;

import java.nio.charset.StandardCharsets;

/// What a person may ask to be called: not blank, no space at either end, no control or formatting
/// characters (which could make one name look like another), at most [JoinLimits#NAME_BYTES].
final class JoinName {

    private JoinName() {}

    static String check(String name) throws JoinFault {
        boolean plain =
                name.codePoints()
                        .allMatch(c ->
                                switch (Character.getType(c)) {
                                    case Character.CONTROL,
                                            Character.FORMAT,
                                            Character.SURROGATE,
                                            Character.UNASSIGNED,
                                            Character.LINE_SEPARATOR,
                                            Character.PARAGRAPH_SEPARATOR ->
                                            false;
                                    default -> true;
                                });
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= JoinLimits.NAME_BYTES;
        if (!plain || !fits || name.isBlank() || !name.equals(name.strip())) {
            throw new JoinFault(JoinRefusal.BAD_NAME);
        }
        return name;
    }
}
