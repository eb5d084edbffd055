// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.roster.MemberTable;
import org.rankfile.domain.roster.WorkerField;

import java.util.Map;

/// What people want done. Ids may be cut short to [Limits#PREFIX_CHARS] characters where that names
/// one record only; grievances also go by their number, workers by their employee number.
public sealed interface Command {
    /// Imports a list of members as one batch, which can be taken back.
    ///
    /// @param name what to call the batch: the file's name, as a rule
    /// @param dryRun only says what would happen
    record ImportMembers(MemberTable table, String name, boolean dryRun) implements Command {}

    /// Takes an import back. What somebody has changed since stays.
    record UndoImport(String batch) implements Command {}

    /// Sets fields of a worker; an empty text clears one.
    record SetWorker(String id, Map<WorkerField, String> values) implements Command {
        /// Copies the map.
        public SetWorker {
            values = Map.copyOf(values);
        }
    }

    /// Opens a case.
    ///
    /// @param title may be empty: then the statement's first words
    /// @param year of the number
    record NewGrievance(String title, String statement, int year) implements Command {}

    /// Sets fields of a grievance; an empty text clears one; a set is given whole, with commas.
    record SetGrievance(String id, Map<GrievanceField, String> values) implements Command {
        /// Copies the map.
        public SetGrievance {
            values = Map.copyOf(values);
        }
    }

    /// Adds a note to a worker or a grievance. Notes are never changed; one can be taken back with
    /// [Undo].
    record AddNote(String id, String text) implements Command {}

    /// Decides between the values that people gave a field while they were apart.
    ///
    /// @param choice the number of the value, from 1
    record Resolve(String id, GrievanceField field, int choice) implements Command {}

    /// Takes one op back, as far as nobody has changed the same since.
    record Undo(String op) implements Command {}
}
