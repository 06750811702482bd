package se.vardmote.directory.imports;

import se.vardmote.vocabulary.Identifier;

/**
 * One row of the register that a file would add or change.
 *
 * @param action the audit log's word for what happens to it
 * @param type the audit log's word for it
 * @param says everything that would be written, and what is there now: two plans that say the same do the same
 */
record Change(String action, String type, Identifier id, String says) {
    private static final String ADD = "add";

    Change(boolean fresh, String type, Identifier id, String says) {
        this(fresh ? ADD : "change", type, id, says);
    }

    boolean fresh() {
        return action.equals(ADD);
    }

    @Override
    public String toString() {
        return "Change[" + type + " " + id + "]";
    }
}
