// SPDX-License-Identifier: GPL-3.0-or-later

/// The main job from end to end: real peers, each a process of its own, on this machine. It is what
/// a newcomer looks at first and what a release is checked with.
package org.rankfile.app.demo;
