// SPDX-License-Identifier: GPL-3.0-or-later

/// Who may vote, without a list of names that an employer could get: members' devices make their
/// credentials, registrars list them, every member checks their own entry, and auditors check all.
package org.rankfile.ballot.roll;
