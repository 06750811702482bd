package se.vardmote.clients;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;

/** A person whom a care provider cares for. Two care providers who care for the same person have a client each. */
public record Client(ClientId id, CareProviderId careProvider, PersonId identity, PersonName name) {}
