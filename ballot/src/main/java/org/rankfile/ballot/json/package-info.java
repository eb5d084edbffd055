// SPDX-License-Identifier: GPL-3.0-or-later

/// JSON read strictly and written in the one form that Belenios accepts.
package org.rankfile.ballot.json;
