// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.grievance;

import org.rankfile.domain.csv.CsvWriter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Writes `grievances.csv`, with the headings that case lists elsewhere have.
public final class GrievanceFormat {
    private static final List<String> HEADINGS =
            List.of(
                    "grievance_id",
                    "title",
                    "status",
                    "current_step",
                    "incident_date",
                    "knowledge_date",
                    "type",
                    "category",
                    "articles",
                    "grievants",
                    "description",
                    "remedy",
                    "steward",
                    "supervisor",
                    "next_action",
                    "next_owner",
                    "next_due",
                    "place",
                    "witnesses",
                    "disagreements",
                    "notes");

    private GrievanceFormat() {}

    /// The file's text.
    ///
    /// @param mark whether to begin with a byte-order mark
    public static String csv(Collection<Grievance> grievances, boolean mark) {
        CsvWriter out = new CsvWriter();
        out.row(HEADINGS);
        grievances.forEach(grievance -> out.row(cells(grievance)));
        return out.text(mark);
    }

    private static List<String> cells(Grievance g) {
        List<String> cells = new ArrayList<>();
        cells.add(g.number());
        for (GrievanceField field :
                List.of(
                        GrievanceField.TITLE,
                        GrievanceField.STATUS,
                        GrievanceField.STAGE,
                        GrievanceField.INCIDENT_DATE,
                        GrievanceField.KNOWLEDGE_DATE,
                        GrievanceField.KIND,
                        GrievanceField.CATEGORY,
                        GrievanceField.ARTICLES,
                        GrievanceField.GRIEVANTS,
                        GrievanceField.STATEMENT,
                        GrievanceField.REMEDY,
                        GrievanceField.HANDLER,
                        GrievanceField.SUPERVISOR)) {
            cells.add(g.value(field));
        }
        cells.add(g.nextDeadline().map(NextDeadline::what).orElse(""));
        cells.add(g.nextDeadline().map(NextDeadline::owner).orElse(""));
        cells.add(g.nextDeadline().map(d -> d.date().toString()).orElse(""));
        cells.add(g.value(GrievanceField.PLACE));
        cells.add(g.value(GrievanceField.WITNESSES));
        cells.add(String.join(", ", g.open().keySet().stream().map(GrievanceField::key).toList()));
        cells.add(g.value(GrievanceField.NOTES));
        return cells;
    }
}
