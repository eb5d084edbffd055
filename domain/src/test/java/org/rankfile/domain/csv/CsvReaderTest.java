// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.Limits;
import org.rankfile.testkit.Gen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class CsvReaderTest {
    private static List<CsvRow> read(String text) {
        CsvReader reader = new CsvReader(text, ',');
        List<CsvRow> rows = new ArrayList<>();
        for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static CsvRow cells(int line, String... cells) {
        return new CsvRow.Cells(line, List.of(cells));
    }

    private static CsvRow refused(int line, RowReason reason) {
        return new CsvRow.Refused(line, reason);
    }

    @Test
    void readsQuotesLineEndsAndDelimitersInCells() {
        assertThat(read("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\n\r\nc,\n"))
                .containsExactly(
                        cells(1, "a", "b"), cells(2, "x, \"y\"", "1\n2"), cells(5, "c", ""));
    }

    @Test
    void refusesABrokenRowAndGoesOnWithTheNextLine() {
        assertThat(read("a\nb\"c\n\"d\"e\nf\u0000\n\uFFFD\n\"open,\ng\n"))
                .containsExactly(
                        cells(1, "a"),
                        refused(2, RowReason.STRAY_QUOTE),
                        refused(3, RowReason.STRAY_QUOTE),
                        refused(4, RowReason.NOT_TEXT),
                        refused(5, RowReason.NOT_TEXT),
                        refused(6, RowReason.UNCLOSED_QUOTE),
                        cells(7, "g"));
    }

    @Test
    void refusesRowsThatAreTooLongOrTooWide() {
        String tooLong = "x".repeat(Limits.ROW_CHARS + 1);
        String tooWide = ",".repeat(Limits.ROW_CELLS);
        assertThat(read(tooLong + "\n\"" + tooLong + "\"\n" + tooWide + "\nok\n"))
                .containsExactly(
                        refused(1, RowReason.ROW_TOO_LONG),
                        refused(2, RowReason.ROW_TOO_LONG),
                        refused(3, RowReason.TOO_MANY_CELLS),
                        cells(4, "ok"));
    }

    @Test
    void whatTheWriterWritesTheReaderReadsWhateverTheText() {
        Gen.forSeeds(
                1,
                500,
                seed -> {
                    Random random = new Random(seed);
                    List<String> cells = new ArrayList<>(List.of("first"));
                    for (int i = 0; i < 4; i++) {
                        cells.add(Gen.text(random, 6).replace("\u0000", "").replace("\uFFFD", ""));
                    }
                    String text = new CsvWriter().row(cells).text(false);
                    assertThat(read(text))
                            .singleElement()
                            .isInstanceOfSatisfying(
                                    CsvRow.Cells.class,
                                    row ->
                                            assertThat(
                                                            row.cells().stream()
                                                                    .map(FormulaGuard::unguard)
                                                                    .toList())
                                                    .isEqualTo(cells));
                });
    }

    @Test
    void anyTextIsReadToItsEnd() {
        Gen.forSeeds(
                1,
                500,
                seed -> {
                    Random random = new Random(seed);
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < 30; i++) {
                        text.append(
                                List.of("\"", ",", "\n", "\r", "a", "\u0000")
                                        .get(random.nextInt(6)));
                    }
                    int line = 0;
                    for (CsvRow row : read(text.toString())) {
                        assertThat(row.line()).isGreaterThan(line);
                        line = row.line();
                    }
                });
    }

    @Test
    void noCellThatAPersonExportsIsRunAsAFormula() {
        for (String risky : List.of("=1+1", "+1", "-1", "@x", "\tx", "'=1", "''=1", "＝1")) {
            String guarded = FormulaGuard.guard(risky);
            assertThat(guarded).startsWith("'");
            assertThat(FormulaGuard.unguard(guarded)).isEqualTo(risky);
        }
        for (String plain : List.of("", "a=b", "'tis", "O'Brien", "'", "''")) {
            assertThat(FormulaGuard.guard(plain)).isEqualTo(plain);
            assertThat(FormulaGuard.unguard(plain)).isEqualTo(plain);
        }
    }
}
