package se.vardmote.directory.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a file would do to the register as it is now.
 *
 * @param refused rows that are left out, with why
 * @param writes what reading it in does, in order
 * @param afterwards what follows when all of that has been written for good
 */
record Plan(
        List<Change> changes, int unchanged, List<Refused> refused, List<Runnable> writes, List<Runnable> afterwards) {

    /** One that nothing follows. */
    Plan(List<Change> changes, int unchanged, List<Refused> refused, List<Runnable> writes) {
        this(changes, unchanged, refused, writes, List.of());
    }

    /**
     * A row that is left out.
     *
     * @param line as a spreadsheet numbers it
     * @param why a stable code, {@code org-import.why.<code>} or {@code refusal.<code>}
     */
    record Refused(int line, String column, String why) {}

    int added() {
        return (int) changes.stream().filter(Change::fresh).count();
    }

    /** Two that are equal write the same over the same. Ids of new rows are not part of it: they are made anew. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Change change : changes) {
                digest.update((change.fresh() + change.type() + change.says() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
