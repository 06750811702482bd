/**
 * Who is there and what they may do: sign-in and sessions of staff, tokens of devices, seats and invitations, the rights
 * table, tickets for the socket. It asks the modules after it through ports ({@link se.vardmote.access.SeatHolders},
 * {@link se.vardmote.access.CareRelations}) and knows neither meetings nor patients.
 */
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "platform",
            "audit",
            "organisation",
            "organisation :: leaving",
            "organisation :: web"
        })
@NullMarked
package se.vardmote.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
