// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import org.rankfile.app.text.Key;

/// Texts of the first screens.
public enum WelcomeText implements Key {
    TITLE,
    SUBTITLE,
    BACK,
    CANCEL,
    OPEN_FILE,
    FILE_UNREADABLE,
    FOUND_TITLE,
    FOUND_BODY,
    FOUND_BUTTON,
    FOUND_LONG,
    FOUND_DO,
    FOUNDING,
    LOCAL_NAME,
    LOCAL_EXAMPLE,
    PERSON_NAME,
    PERSON_EXAMPLE,
    JOIN_TITLE,
    JOIN_BODY,
    JOIN_BUTTON,
    JOIN_LONG,
    JOIN_DO,
    INVITATION,
    CALLING,
    READ_OUT,
    WAITING,
    DEMO_TITLE,
    DEMO_BODY,
    DEMO_BUTTON,
    DEMO_AGAIN,
    DEMO_AWAY,
    DEMO_MAKING,
    DEMO_OPENING,
    DEMO_THROWING,
    PASSPHRASE,
    PASSPHRASE_AGAIN,
    PASSPHRASE_SHORT,
    PASSPHRASE_DIFFERS,
    PASSPHRASE_ACKNOWLEDGE,
    STRENGTH,
    FORGOTTEN,
    ACKNOWLEDGE
}
