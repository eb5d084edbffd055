// SPDX-License-Identifier: GPL-3.0-or-later

/// A local on this laptop as command line and desktop see it: made, opened, joined, connected.
package org.rankfile.app.home;
