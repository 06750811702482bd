package se.vardmote.clients;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;

/** Somebody's name and number are hidden from now on. Told inside the transaction that says so. */
public record IdentityProtected(CareProviderId careProvider, ClientId client) {}
