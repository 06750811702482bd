package se.vardmote.directory.imports;

import se.vardmote.vocabulary.Identifier;

/**
 * One row of the register that a file would add or change.
 *
 * @param type the audit log's word for it
 * @param says everything that would be written, and what is there now: two plans that say the same do the same
 */
record Change(boolean fresh, String type, Identifier id, String says) {

    @Override
    public String toString() {
        return "Change[" + type + " " + id + "]";
    }
}
