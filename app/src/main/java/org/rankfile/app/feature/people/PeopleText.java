// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.people;

import org.rankfile.app.text.Key;

/// Texts of people and devices.
public enum PeopleText implements Key {
    TITLE,
    SUBTITLE,
    MEMBERS,
    YOU,
    PERSON,
    IN_COMMITTEE,
    IN_HALL,
    HERE,
    NOT_HERE,
    REQUESTS,
    WANTS_IN,
    SAME_WORDS,
    APPROVE,
    REFUSE,
    APPROVED,
    REFUSED,
    GONE,
    INVITE_TITLE,
    INVITE_BODY,
    CONNECT_FIRST,
    ONLY_MANAGERS,
    AS,
    ROLE,
    INVITE,
    INVITATION,
    INVITATION_SECRET,
    COPY,
    COPIED,
    SAVE,
    SAVED,
    NOT_SAVED
}
