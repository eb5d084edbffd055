// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// How far rules can be relied upon.
public enum Label {
    /// From our list: to be checked with the union and the law. No legal advice.
    CHECK,
    /// The union says that these are its rules.
    OWN
}
