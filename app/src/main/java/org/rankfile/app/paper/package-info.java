// SPDX-License-Identifier: GPL-3.0-or-later

/// What is printed, or handed on as a file to be read.
package org.rankfile.app.paper;
