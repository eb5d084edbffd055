// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Request;

/// A sub-command that is one request to the home.
abstract class HomeVerb extends Verb {
    final Reach reach;

    HomeVerb(Screen screen, Reach reach) {
        super(screen);
        this.reach = reach;
    }

    /// The request.
    abstract Request request();

    @Override
    Answer run() {
        return reach.ask(request());
    }
}
