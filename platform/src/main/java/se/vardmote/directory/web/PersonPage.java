package se.vardmote.directory.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.register.Accounts.Account;
import se.vardmote.organisation.register.Engagement;

/**
 * One of the staff.
 *
 * @param name as the reader may see it: with protected identity only on request
 * @param hidden whether there is a name to ask for
 * @param profession name of {@code Profession}
 * @param keeper name of the care provider that keeps the person, when it is another one: then nothing here can be changed
 *     but what the person does at the own one
 * @param oneself whether it is the reader: nobody gives themselves rights
 * @param protection null without protected identity
 * @param why the reason for taking protection away as typed, when it was refused
 * @param account what the person signs in with besides a card
 * @param engagements those that hold or will hold first
 * @param training each part of the training, also those that nobody has recorded anything about
 * @param notice null, or what just happened
 */
public record PersonPage(
        String id,
        String name,
        boolean hidden,
        String hsaId,
        String profession,
        boolean licensed,
        @Nullable String licenceNumber,
        @Nullable String keeper,
        boolean oneself,
        @Nullable Protection protection,
        Why why,
        Account account,
        List<Engagement> engagements,
        List<Qualification> training,
        LocalDate today,
        @Nullable String notice) {

    /**
     * Where it stands.
     *
     * @param state {@code kept}, {@code asked} by the reader, or {@code to-confirm}
     * @param why of the one who has asked; empty when kept
     * @param until until when the second may agree; null when kept
     */
    public record Protection(
            String state, String why, @Nullable Instant until) {}

    /** @param errors field name → refusal code */
    public record Why(String typed, Map<String, String> errors) {
        public static final Why NONE = new Why("", Map.of());
    }
}
