// SPDX-License-Identifier: GPL-3.0-or-later

/// What the interface says, in English and Spanish.
package org.rankfile.app.text;
