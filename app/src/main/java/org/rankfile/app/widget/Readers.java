// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.oplog.Member;

/// Who can read a record of the committee, by name.
public final class Readers {
    private final Workplace workplace;
    private final VBox list = Parts.column();

    public Readers(Workplace workplace) {
        this.workplace = workplace;
    }

    /// The list.
    public Node node() {
        show();
        return list;
    }

    /// Looks again who they are.
    public void show() {
        list.getChildren().setAll(Parts.body(workplace.texts().get(RecordText.READERS)));
        for (Member member : workplace.session().readers()) {
            String words =
                    workplace
                            .texts()
                            .get(
                                    RecordText.READER,
                                    member.name(),
                                    workplace.texts().of(member.role()),
                                    member.devices().size());
            list.getChildren().add(Parts.beside(Icon.EYE, Parts.body(words)));
        }
        list.getChildren().add(Parts.quiet(workplace.texts().get(RecordText.READERS_NOTE)));
    }
}
