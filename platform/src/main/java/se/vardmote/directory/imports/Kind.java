package se.vardmote.directory.imports;

import java.util.List;

/** What a file is about, and its columns in the order of the template. The first ones must be there. */
public enum Kind {
    UNITS(3, Column.HSA_ID, Column.NAME, Column.PHONE, Column.PART_OF, Column.FIRST_DAY, Column.LAST_DAY),
    STAFF(
            4,
            Column.HSA_ID,
            Column.NAME,
            Column.PROFESSION,
            Column.LICENSED,
            Column.LICENCE_NUMBER,
            Column.PROTECTED_IDENTITY,
            Column.ACCOUNT,
            Column.SHARED),
    COMMISSIONS(5, Column.PERSON, Column.UNIT, Column.COMMISSION, Column.PURPOSE, Column.FIRST_DAY, Column.LAST_DAY),
    /** In social services. */
    ASSIGNMENTS(4, Column.PERSON, Column.UNIT, Column.ASSIGNMENT, Column.FIRST_DAY, Column.LAST_DAY),
    QUALIFICATIONS(2, Column.PERSON, Column.TRAINING, Column.PLANNED_DAY, Column.COMPLETED_DAY, Column.COUNTS_UNTIL),
    DEVICES(
            4,
            Column.ASSET_NUMBER,
            Column.NAME,
            Column.UNIT,
            Column.AREA,
            Column.OWNER,
            Column.PAYER,
            Column.CONDITION),
    /** Of patients a file says one thing: who has protected personal data. */
    PATIENTS(2, Column.IDENTITY_NUMBER, Column.PROTECTED_PATIENT);

    private final int needed;
    private final List<String> columns;

    Kind(int needed, String... columns) {
        this.needed = needed;
        this.columns = List.of(columns);
    }

    public List<String> columns() {
        return columns;
    }

    List<String> needed() {
        return columns.subList(0, needed);
    }

    /** Names of columns, as they stand in the first line of the file; upper and lower case are the same. */
    static final class Column {
        static final String HSA_ID = "HSA-id";
        static final String NAME = "Namn";
        static final String PHONE = "Telefon";
        static final String PART_OF = "Del av";
        static final String FIRST_DAY = "Första dag";
        static final String LAST_DAY = "Sista dag";
        static final String PROFESSION = "Yrke";
        static final String LICENSED = "Legitimation";
        static final String LICENCE_NUMBER = "Legitimationsnummer";
        static final String PROTECTED_IDENTITY = "Skyddad identitet";
        static final String ACCOUNT = "Konto";
        static final String SHARED = "Delat konto";
        static final String PERSON = "Person";
        static final String UNIT = "Enhet";
        static final String COMMISSION = "Uppdrag";
        static final String PURPOSE = "Ändamål";
        static final String ASSIGNMENT = "Uppdrag";
        static final String TRAINING = "Utbildning";
        static final String PLANNED_DAY = "Planerad dag";
        static final String COMPLETED_DAY = "Genomförd";
        static final String COUNTS_UNTIL = "Gäller till och med";
        static final String ASSET_NUMBER = "Inventarienummer";
        static final String AREA = "Område";
        static final String OWNER = "Ägare";
        static final String PAYER = "Betalas av";
        static final String CONDITION = "Skick";
        static final String IDENTITY_NUMBER = "Personnummer";
        static final String PROTECTED_PATIENT = "Skyddade personuppgifter";

        private Column() {}
    }
}
