// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.roster.Worker;

/// A row that is seen to be the one whose profile is shown, while a single cell has the focus.
final class MemberRowView extends TableRow<Worker> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final MembersViewModel model;

    MemberRowView(MembersViewModel model) {
        this.model = model;
        model.selected.subscribe(worker -> mark(worker));
    }

    @Override
    protected void updateItem(@Nullable Worker worker, boolean empty) {
        super.updateItem(worker, empty);
        mark(model.selected.get());
    }

    private void mark(@Nullable Worker chosen) {
        Worker here = getItem();
        boolean current = chosen != null && here != null && chosen.id().equals(here.id());
        pseudoClassStateChanged(CURRENT, current);
    }
}
