// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.Limits;
import org.rankfile.domain.csv.Fold;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The fields of a worker, in the order of the columns of `members.csv`.
public enum WorkerField {
    EMPLOYEE_NO(
            ValueKind.TEXT,
            "Emp ID",
            "Clock #",
            "Badge",
            "File No",
            "Employee ID",
            "Emp No",
            "No. empleado",
            "Número de empleado",
            "Clock",
            "Clock No",
            "Badge No",
            "File",
            "No. de empleado",
            "Núm. empleado",
            "Nómina"),
    MEMBER_NO(
            ValueKind.TEXT,
            "Member ID",
            "Union ID",
            "Card No",
            "Núm. afiliado",
            "No. afiliado",
            "Número de afiliado"),
    EXTERNAL_ID(ValueKind.TEXT, "External", "Other ID"),
    FIRST_NAME(
            ValueKind.TEXT,
            "First",
            "Given Name",
            "Forename",
            "Nombre",
            "Nombres",
            "First Name",
            "Legal First"),
    GOES_BY(
            ValueKind.TEXT,
            "Known as",
            "Nickname",
            "Preferred Name",
            "Apodo",
            "Conocido como",
            "Conocida como",
            "Goes by"),
    LAST_NAME(
            ValueKind.TEXT,
            "Last",
            "Surname",
            "Family Name",
            "Apellido",
            "Apellidos",
            "Legal Last"),
    PRONOUNS(ValueKind.TEXT, "Pronombres"),
    PHONE_CELL(
            ValueKind.TEXT,
            "Mobile",
            "Cell",
            "Cell Phone",
            "Phone",
            "Móvil",
            "Celular",
            "Teléfono móvil",
            "Teléfono celular",
            "Teléfono"),
    PHONE_HOME(
            ValueKind.TEXT,
            "Home Phone",
            "Landline",
            "Teléfono casa",
            "Teléfono de casa",
            "Teléfono fijo"),
    TEXT_OK(ValueKind.YES_NO, "Text OK", "SMS OK", "OK to text", "Acepta mensajes"),
    EMAIL_PERSONAL(
            ValueKind.TEXT,
            "Email",
            "E-mail",
            "Personal Email",
            "Correo",
            "Correo electrónico",
            "Correo personal"),
    ADDRESS1(
            ValueKind.TEXT,
            "Address",
            "Street",
            "Street Address",
            "Dirección",
            "Domicilio",
            "Calle"),
    CITY(ValueKind.TEXT, "Town", "Ciudad"),
    STATE(ValueKind.TEXT, "Province", "Estado"),
    POSTCODE(ValueKind.TEXT, "Zip", "Zip Code", "Postal Code", "Código postal"),
    LANGUAGE(ValueKind.LANGUAGE, "Preferred Language", "Idioma"),
    JOB_TITLE(
            ValueKind.TEXT,
            "Classification",
            "Title",
            "Position",
            "Job",
            "Puesto",
            "Cargo",
            "Clasificación"),
    DEPARTMENT(ValueKind.TEXT, "Dept", "Area", "Ward", "Line", "Departamento", "Sección", "Línea"),
    SHIFT(ValueKind.TEXT, "Tour", "Crew", "Turn", "Turno"),
    LOCATION(
            ValueKind.TEXT,
            "Work Location",
            "Site",
            "Work Location (Site)",
            "Lugar",
            "Lugar de trabajo",
            "Sede"),
    UNIT(ValueKind.TEXT, "Bargaining Unit", "Unidad", "Unidad de negociación"),
    STATUS(ValueKind.TEXT, "Employment Status", "Estado laboral"),
    HIRE_DATE(ValueKind.DATE, "Hired", "Date of Hire", "Fecha de contratación", "Fecha de ingreso"),
    SENIORITY_DATE(ValueKind.DATE, "Seniority", "Antigüedad", "Fecha de antigüedad"),
    SHIFT_PATTERN(ValueKind.TEXT, "Office Days", "Days", "Días de oficina"),
    SUPERVISOR(ValueKind.TEXT, "Boss", "Manager", "Supervisora", "Jefe", "Jefa"),
    MEMBERSHIP_STATUS(
            ValueKind.TEXT, "Membership", "Member Status", "Afiliación", "Estado de afiliación"),
    STEWARD(
            ValueKind.YES_NO,
            "Is Steward (Y/N)",
            "Is Steward",
            "Delegado",
            "Delegada",
            "Delegado sindical",
            "Delegada sindical"),
    ASSESSMENT(ValueKind.ASSESSMENT, "Code", "Rating", "Score", "Evaluación", "Calificación"),
    ASSESSMENT_BASIS(ValueKind.TEXT, "Basis", "Base de la evaluación"),
    ASSESSMENT_DATE(ValueKind.DATE, "Assessed", "Assessed On", "Fecha de evaluación"),
    NOTES(ValueKind.LONG_TEXT, "Note", "Comments", "Notas", "Comentarios", "Observaciones");

    private static final Map<String, WorkerField> BY_NAME = byName();

    private final ValueKind kind;

    // Made by List.of, so nobody changes it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> aliases;

    WorkerField(ValueKind kind, String... aliases) {
        this.kind = kind;
        this.aliases = List.of(aliases);
    }

    /// The heading of its column, which is also its name in events and on the command line.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What it holds.
    public ValueKind kind() {
        return kind;
    }

    /// The longest value, in UTF-16 units.
    public int maxChars() {
        return kind == ValueKind.LONG_TEXT ? Limits.LONG_CHARS : Limits.SHORT_CHARS;
    }

    /// The field that a heading means: case, spaces, accents and punctuation do not matter, and
    /// headings that employers' lists use are known.
    public static Optional<WorkerField> byHeading(String heading) {
        return Optional.ofNullable(BY_NAME.get(Fold.name(heading)));
    }

    private static Map<String, WorkerField> byName() {
        Map<String, WorkerField> fields = new HashMap<>();
        for (WorkerField field : values()) {
            for (String alias : field.aliases) {
                fields.put(Fold.name(alias), field);
            }
        }
        Arrays.stream(values()).forEach(field -> fields.put(Fold.name(field.name()), field));
        return Map.copyOf(fields);
    }
}
