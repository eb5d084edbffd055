// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.Limits;
import org.rankfile.domain.csv.CsvReader;
import org.rankfile.domain.csv.CsvRow;
import org.rankfile.domain.csv.Decoded;
import org.rankfile.domain.csv.FileFault;
import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.csv.FormulaGuard;
import org.rankfile.domain.csv.RowReason;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a members' file: finds its encoding and delimiter, knows columns by their headings, brings
/// values into one spelling. Rows that cannot be read are refused one by one. Any thread.
public final class MemberFile {
    private static final Set<WorkerField> NAMING =
            EnumSet.of(
                    WorkerField.EMPLOYEE_NO,
                    WorkerField.MEMBER_NO,
                    WorkerField.EXTERNAL_ID,
                    WorkerField.FIRST_NAME,
                    WorkerField.LAST_NAME,
                    WorkerField.GOES_BY);

    private final List<Optional<WorkerField>> columns = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<CsvRow.Cells> raw = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();

    private MemberFile() {}

    /// Reads a stream to its end; does not close it.
    public static MemberTable read(InputStream in) throws IOException, FileRefused {
        return read(in, DateOrder.UNCLEAR);
    }

    /// Reads a stream to its end; does not close it.
    ///
    /// @param dates which comes first in its dates, as the person says; with [DateOrder#UNCLEAR]
    ///   the file must show it, or its dates that can mean two days are refused
    public static MemberTable read(InputStream in, DateOrder dates)
            throws IOException, FileRefused {
        return table(Decoded.read(in), dates);
    }

    /// Reads a whole file that is in memory.
    public static MemberTable read(byte[] file) throws FileRefused {
        return table(Decoded.of(file), DateOrder.UNCLEAR);
    }

    private static MemberTable table(Decoded file, DateOrder said) throws FileRefused {
        char delimiter = delimiter(file.text());
        MemberFile reading = new MemberFile();
        reading.rows(new CsvReader(file.text(), delimiter));
        DateOrder order = said == DateOrder.UNCLEAR ? reading.dateOrder() : said;
        List<MemberRow> rows = reading.values(order);
        if (reading.refused.size() > Limits.REFUSED_ROWS) {
            throw new FileRefused(FileFault.TOO_MANY_REFUSED);
        }
        reading.refused.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return new MemberTable(
                file.encoding(), delimiter, order, reading.ignored, rows, reading.refused);
    }

    /// The delimiter by which most headings of the first row are known; then that which cuts most.
    private static char delimiter(String text) {
        char best = ',';
        int bestScore = -1;
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (new CsvReader(text, candidate).next().orElse(null) instanceof CsvRow.Cells row) {
                long known =
                        row.cells().stream()
                                .filter(cell -> WorkerField.byHeading(cell).isPresent())
                                .count();
                int score = (int) known * 1000 + row.cells().size();
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private void rows(CsvReader reader) throws FileRefused {
        CsvRow header = reader.next().orElseThrow(() -> new FileRefused(FileFault.EMPTY));
        if (!(header instanceof CsvRow.Cells(int _, List<String> headings))) {
            throw new FileRefused(FileFault.BROKEN_HEADER);
        }
        columns(headings);
        for (Optional<CsvRow> next = reader.next(); next.isPresent(); next = reader.next()) {
            switch (next.get()) {
                case CsvRow.Cells row -> add(row);
                case CsvRow.Refused(int line, RowReason reason) ->
                        refused.add(new RefusedRow(line, reason, ""));
            }
            if (raw.size() > Limits.ROWS) {
                throw new FileRefused(FileFault.TOO_MANY_ROWS);
            }
            if (refused.size() > Limits.REFUSED_ROWS) {
                throw new FileRefused(FileFault.TOO_MANY_REFUSED);
            }
        }
    }

    private void columns(List<String> headings) throws FileRefused {
        if (headings.size() > Limits.COLUMNS) {
            throw new FileRefused(FileFault.TOO_MANY_COLUMNS);
        }
        Set<WorkerField> taken = EnumSet.noneOf(WorkerField.class);
        for (String heading : headings) {
            Optional<WorkerField> field = WorkerField.byHeading(heading).filter(taken::add);
            columns.add(field);
            if (field.isEmpty() && !heading.isBlank()) {
                ignored.add(heading.strip());
            }
        }
        if (taken.stream().noneMatch(NAMING::contains)) {
            throw new FileRefused(FileFault.NO_KNOWN_COLUMN);
        }
    }

    private void add(CsvRow.Cells row) {
        List<String> beyond =
                row.cells()
                        .subList(Math.min(columns.size(), row.cells().size()), row.cells().size());
        if (row.cells().stream().allMatch(String::isBlank)) {
            return;
        }
        if (beyond.stream().allMatch(String::isBlank)) {
            raw.add(row);
        } else {
            refused.add(new RefusedRow(row.line(), RowReason.TOO_MANY_CELLS, ""));
        }
    }

    /// One date of which the first number can only be a day, or only a month, decides for the whole
    /// file; unless another one says the contrary.
    private DateOrder dateOrder() {
        Set<DateOrder> shown = EnumSet.noneOf(DateOrder.class);
        for (CsvRow.Cells row : raw) {
            for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
                if (columns.get(i).filter(f -> f.kind() == ValueKind.DATE).isPresent()) {
                    DateOrder.shownBy(row.cells().get(i).strip()).ifPresent(shown::add);
                }
            }
        }
        return shown.size() == 1 ? shown.iterator().next() : DateOrder.UNCLEAR;
    }

    private List<MemberRow> values(DateOrder order) {
        List<MemberRow> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (CsvRow.Cells row : raw) {
            Optional<MemberRow> read = values(row, order);
            if (read.isPresent() && unique(read.get(), seen)) {
                rows.add(read.get());
            }
        }
        return rows;
    }

    private Optional<MemberRow> values(CsvRow.Cells row, DateOrder order) {
        Map<WorkerField, String> values = new EnumMap<>(WorkerField.class);
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            if (columns.get(i).isEmpty()) {
                continue;
            }
            WorkerField field = columns.get(i).get();
            String cell = FormulaGuard.unguard(row.cells().get(i));
            Optional<String> value = field.kind().read(cell, order);
            if (value.isEmpty()) {
                boolean twoDays =
                        field.kind() == ValueKind.DATE && DateOrder.isAmbiguous(cell.strip());
                return refuse(
                        row.line(),
                        twoDays ? RowReason.AMBIGUOUS_DATE : RowReason.BAD_VALUE,
                        field.column());
            }
            if (value.get().length() > field.maxChars()) {
                return refuse(row.line(), RowReason.TOO_LONG, field.column());
            }
            if (!value.get().isEmpty()) {
                values.put(field, value.get());
            }
        }
        return NAMING.stream().noneMatch(values::containsKey)
                ? refuse(row.line(), RowReason.NAMELESS, "")
                : Optional.of(new MemberRow(row.line(), values));
    }

    private Optional<MemberRow> refuse(int line, RowReason reason, String argument) {
        refused.add(new RefusedRow(line, reason, argument));
        return Optional.empty();
    }

    /// Keeps the first of rows with the same number; the others are refused with its line.
    private boolean unique(MemberRow row, Map<String, Integer> seen) {
        List<String> keys = Identity.of(row.values()).keys();
        for (String key : keys) {
            Integer earlier = seen.get(key);
            if (earlier != null) {
                refuse(row.line(), RowReason.DUPLICATE_IN_FILE, earlier.toString());
                return false;
            }
        }
        keys.forEach(key -> seen.put(key, row.line()));
        return true;
    }
}
