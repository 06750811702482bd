package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Those who are invited to a planned call by a link of their own, and the form that invites one more.
 *
 * @param full no more can be invited
 * @param link shown once, to be copied; null otherwise
 * @param codeNext three codes have been made within the hour: when there is another; null otherwise
 */
public record GuestsPart(
        List<Guest> guests,
        boolean full,
        GuestForm form,
        Map<String, String> errors,
        @Nullable String link,
        @Nullable Instant codeNext) {

    public static final GuestsPart NONE = new GuestsPart(List.of(), false, GuestForm.EMPTY, Map.of(), null, null);

    /**
     * One of them.
     *
     * @param role {@code PATIENT} or {@code RELATIVE}
     * @param name of a relative, else null
     * @param address where they read messages, for people to read; null when there is none
     * @param least name of {@code GuestAssurance}
     * @param delivery name of {@code Delivery.State} of the last link; null when none was sent, or it is forgotten
     * @param since of the delivery
     * @param sends whether the link can be sent there
     * @param code to read out, while it is valid
     */
    public record Guest(
            String id,
            String role,
            @Nullable String name,
            @Nullable String address,
            String least,
            boolean saidNo,
            @Nullable String delivery,
            @Nullable Instant since,
            boolean sends,
            PlannedCallPage.@Nullable Code code) {}
}
