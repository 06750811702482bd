package se.vardmote.access.signin;

import se.vardmote.access.Assurance;
import se.vardmote.vocabulary.HsaId;

/** Who the identity provider says it is. */
record Identity(HsaId hsaId, Assurance assurance) {}
