package se.vardmote.journal;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.RetentionUnitId;

/** A call stood at the wrong patient. Told inside the transaction that moves it. */
public record IdentityCorrected(
        CareProviderId careProvider, RetentionUnitId conversation, ClientId from, ClientId to) {}
