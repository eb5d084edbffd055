// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.csv.CsvReader;
import org.rankfile.domain.csv.CsvRow;
import org.rankfile.domain.csv.FormulaGuard;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.grievance.GrievanceFormat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Cases as a file.
class CaseExportTest {
    private final PretendMesh mesh = new PretendMesh(new Random(1), 2);
    private final Union ana = mesh.devices.getFirst().union();
    private final Union ben = mesh.devices.getLast().union();

    private void sets(Union union, Map<GrievanceField, String> values) {
        String id = union.snapshot().grievances().getFirst().id();
        assertThat(union.submit(new Command.SetGrievance(id, values)).join())
                .isInstanceOf(Outcome.Done.class);
    }

    private Map<String, String> exported() {
        CsvReader reader =
                new CsvReader(GrievanceFormat.csv(ana.snapshot().grievances(), false), ',');
        List<String> headings = ((CsvRow.Cells) reader.next().orElseThrow()).cells();
        List<String> cells = ((CsvRow.Cells) reader.next().orElseThrow()).cells();
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            row.put(headings.get(i), FormulaGuard.unguard(cells.get(i)));
        }
        return row;
    }

    @Test
    void aCaseIsWrittenWithItsDeadlineAndWhatPeopleDisagreeAbout() {
        ana.submit(new Command.NewGrievance("=1+1", "The guard\nis \"broken\".", 2026)).join();
        sets(
                ana,
                Map.of(
                        GrievanceField.NEXT_DEADLINE, "2026-12-02, Rosa, File at step 2",
                        GrievanceField.GRIEVANTS, "Rosa Marín, Lena Novak"));
        mesh.deliver(mesh.devices.getLast(), 1);
        sets(ana, Map.of(GrievanceField.STAGE, "Step 1"));
        sets(ben, Map.of(GrievanceField.STAGE, "Step 2"));
        mesh.deliver(mesh.devices.getFirst(), 1);
        assertThat(exported())
                .containsEntry("title", "=1+1")
                .containsEntry("description", "The guard\nis \"broken\".")
                .containsEntry("grievants", "Lena Novak, Rosa Marín")
                .containsEntry("next_due", "2026-12-02")
                .containsEntry("next_owner", "Rosa")
                .containsEntry("next_action", "File at step 2")
                .containsEntry("disagreements", "stage")
                .containsEntry("grievance_id", "2026-1");
        assertThat(GrievanceFormat.csv(ana.snapshot().grievances(), false)).contains("'=1+1");
    }
}
