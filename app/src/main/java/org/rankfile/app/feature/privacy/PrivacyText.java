// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.privacy;

import org.rankfile.app.text.Key;

/// Texts of the privacy page.
public enum PrivacyText implements Key {
    TITLE,
    SUBTITLE,
    CANNOT,
    CANNOT_MALWARE,
    CANNOT_MEMBER,
    CANNOT_FORCE,
    CANNOT_OBSERVER,
    CANNOT_FORGOTTEN,
    CANNOT_REMOVE,
    CANNOT_SWAP,
    CANNOT_EXPORT,
    DOES,
    DOES_SEAL,
    DOES_SERVER,
    DOES_OFFLINE,
    DOES_COMMITTEE,
    DOES_SUMMARY
}
