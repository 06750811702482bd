package se.vardmote.journal;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.MeetingId;

/** A call stood at the wrong patient. Told inside the transaction that moves it. */
public record IdentityCorrected(CareProviderId careProvider, MeetingId meeting, ClientId from, ClientId to) {}
