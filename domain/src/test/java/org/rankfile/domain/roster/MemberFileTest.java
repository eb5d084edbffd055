// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rankfile.domain.Limits;
import org.rankfile.domain.csv.FileFault;
import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.csv.RowReason;
import org.rankfile.testkit.Gen;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;

class MemberFileTest {
    private static MemberTable read(String csv) {
        try {
            return MemberFile.read(csv.getBytes(UTF_8));
        } catch (FileRefused refused) {
            throw new AssertionError(refused);
        }
    }

    private static FileFault fault(String csv) {
        try {
            MemberFile.read(csv.getBytes(UTF_8));
            throw new AssertionError("was read");
        } catch (FileRefused refused) {
            return refused.fault();
        }
    }

    private static MemberRow row(String csv) {
        return read(csv).rows().getFirst();
    }

    private static RefusedRow refused(String csv) {
        return read(csv).refused().getFirst();
    }

    @Test
    void knowsColumnsByTheHeadingsOfEmployersListsInEnglishAndSpanish() {
        MemberRow row =
                row(
                        """
                        NÚMERO DE EMPLEADO;Apellidos;Nombre;Puesto;Turno;Fecha de ingreso;Color
                        7;Marín Ruiz;Rosa;Soldadora;Noche;23/11/2019;rojo
                        """);
        assertThat(row.value(WorkerField.EMPLOYEE_NO)).isEqualTo("7");
        assertThat(row.value(WorkerField.LAST_NAME)).isEqualTo("Marín Ruiz");
        assertThat(row.value(WorkerField.JOB_TITLE)).isEqualTo("Soldadora");
        assertThat(row.value(WorkerField.SHIFT)).isEqualTo("Noche");
        assertThat(row.value(WorkerField.HIRE_DATE)).isEqualTo("2019-11-23");
        assertThat(read("Clock #\tSurname\tColour\n7\tMarín\tred\n").ignoredColumns())
                .containsExactly("Colour");
    }

    @Test
    void bringsValuesIntoOneSpelling() {
        MemberRow row = row("Badge,Rating,Is Steward (Y/N),Idioma\n7,A,sí,Español\n");
        assertThat(row.value(WorkerField.ASSESSMENT)).isEqualTo("1");
        assertThat(row.value(WorkerField.STEWARD)).isEqualTo("Y");
        assertThat(row.value(WorkerField.LANGUAGE)).isEqualTo("es");
        assertThat(refused("Badge,Rating\n7,9\n"))
                .isEqualTo(new RefusedRow(2, RowReason.BAD_VALUE, "assessment"));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-11-03, 2019-11-03",
        "2019-11-03T00:00:00Z, 2019-11-03",
        "2019/11/3, 2019-11-03",
        "11/23/2019, 2019-11-23",
        "23.11.2019, 2019-11-23",
        "11/11/2019, 2019-11-11",
        "3 Nov 2019, 2019-11-03",
        "3-Nov-2019, 2019-11-03",
        "3 de noviembre de 2019, 2019-11-03",
        "'Nov 3, 2019', 2019-11-03",
        "29/02/2020, 2020-02-29"
    })
    void readsDatesThatCanMeanOneDayOnly(String typed, String date) {
        assertThat(row("Badge,Hired\n7,\"" + typed + "\"\n").value(WorkerField.HIRE_DATE))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"31/02/2020", "13/13/2020", "1/1/20", "0019-01-01", "soon", "3 Foo 2019"})
    void refusesWhatIsNoDate(String typed) {
        assertThat(refused("Badge,Hired\n7," + typed + "\n"))
                .isEqualTo(new RefusedRow(2, RowReason.BAD_VALUE, "hire_date"));
    }

    @Test
    void aDateThatCanMeanTwoDaysIsRefusedUnlessTheFileOrThePersonSaysWhich() throws Exception {
        String head = "Badge,Hired\n7,3/4/2020\n";
        assertThat(refused(head))
                .isEqualTo(new RefusedRow(2, RowReason.AMBIGUOUS_DATE, "hire_date"));
        assertThat(row(head + "8,25/4/2020\n").value(WorkerField.HIRE_DATE))
                .isEqualTo("2020-04-03");
        assertThat(row(head + "8,4/25/2020\n").value(WorkerField.HIRE_DATE))
                .isEqualTo("2020-03-04");
        MemberTable contrary = read(head + "8,25/4/2020\n9,4/25/2020\n");
        assertThat(contrary.dates()).isEqualTo(DateOrder.UNCLEAR);
        assertThat(contrary.refused()).hasSize(1);
        assertThat(contrary.rows()).hasSize(2);
        MemberTable said =
                MemberFile.read(
                        new ByteArrayInputStream(head.getBytes(UTF_8)), DateOrder.DAY_FIRST);
        assertThat(said.rows().getFirst().value(WorkerField.HIRE_DATE)).isEqualTo("2020-04-03");
    }

    @Test
    void refusesRowsByLineAndReasonAndTakesTheOthers() {
        MemberTable table =
                read(
                        "Badge,First,Hired,Notes\n"
                                + "7,Rosa,,\"two\nlines\"\n"
                                + "7,Lena,,\n"
                                + ",,2020-01-01,\n"
                                + "8,Ben,,,surplus\n"
                                + "9,\"Kim\n"
                                + "10,"
                                + "x".repeat(Limits.SHORT_CHARS + 1)
                                + ",,\n"
                                + "11,Cho,,\n");
        assertThat(table.rows()).extracting(MemberRow::line).containsExactly(2, 9);
        assertThat(table.refused())
                .containsExactly(
                        new RefusedRow(4, RowReason.DUPLICATE_IN_FILE, "2"),
                        new RefusedRow(5, RowReason.NAMELESS, ""),
                        new RefusedRow(6, RowReason.TOO_MANY_CELLS, ""),
                        new RefusedRow(7, RowReason.UNCLOSED_QUOTE, ""),
                        new RefusedRow(8, RowReason.TOO_LONG, "first_name"));
    }

    @Test
    void refusesFilesThatAreNoListOfMembers() {
        assertThat(fault("a,b\n1,2\n")).isEqualTo(FileFault.NO_KNOWN_COLUMN);
        assertThat(fault("\"a\nb")).isEqualTo(FileFault.BROKEN_HEADER);
        assertThat(fault("Badge" + ",x".repeat(Limits.COLUMNS) + "\n7\n"))
                .isEqualTo(FileFault.TOO_MANY_COLUMNS);
        assertThat(fault("Badge,Hired\n" + "7,never\n".repeat(Limits.REFUSED_ROWS + 1)))
                .isEqualTo(FileFault.TOO_MANY_REFUSED);
        assertThat(fault("Badge,First\n" + "\"7\n\n".repeat(2_000_000)))
                .isEqualTo(FileFault.TOO_MANY_REFUSED);
    }

    @Test
    void aLineOfManyMegabytesIsRefusedAloneAndTheRestIsRead() {
        MemberTable table =
                read("Badge,First\n7," + "x".repeat(Limits.FILE_BYTES / 2) + "\n8,Lena\n");
        assertThat(table.refused()).containsExactly(new RefusedRow(2, RowReason.ROW_TOO_LONG, ""));
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void anyBytesAreATableOrARefusal() {
        List<String> pieces =
                List.of(
                        "Badge", "First", ",", ";", "\t", "\n", "\"", "7", "é", "=1", "\u0000",
                        "/");
        Gen.forSeeds(
                1,
                2_000,
                seed -> {
                    Random random = new Random(seed);
                    StringBuilder text =
                            new StringBuilder(random.nextBoolean() ? "Badge,Hired\n" : "");
                    for (int i = 0; i < 40; i++) {
                        text.append(pieces.get(random.nextInt(pieces.size())));
                    }
                    byte[] bytes = text.toString().getBytes(UTF_8);
                    for (int i = 0; i < random.nextInt(4); i++) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                    try {
                        MemberTable table = MemberFile.read(bytes);
                        assertThat(table.rows()).doesNotContainNull();
                    } catch (FileRefused refused) {
                        assertThat(refused.getMessage()).isEqualTo(refused.fault().name());
                    }
                });
    }
}
