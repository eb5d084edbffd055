// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

/// Carries a refusal up to where it becomes the answer.
final class DeskRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Answer.Refused answer;

    DeskRefused(Answer.Refused answer) {
        super(answer.code(), null, false, false);
        this.answer = answer;
    }

    DeskRefused(String code, String line) {
        this(new Answer.Refused(code, line));
    }

    Answer.Refused answer() {
        return answer;
    }
}
