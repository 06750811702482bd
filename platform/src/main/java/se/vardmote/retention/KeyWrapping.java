package se.vardmote.retention;

import java.security.GeneralSecurityException;
import se.vardmote.vocabulary.CareProviderId;

/**
 * Port: the keys that wrap data keys, one a care provider, kept outside both databases: a file, a mounted secret, a key
 * management service.
 */
public interface KeyWrapping {

    /** Names the care provider's key without telling anything about it; another key has another name. */
    String keyId(CareProviderId careProvider);

    /** @param context bound to the result: {@link #unwrap} needs the same */
    byte[] wrap(CareProviderId careProvider, byte[] dataKey, byte[] context) throws GeneralSecurityException;

    /** @throws GeneralSecurityException when it was wrapped by another key, with another context, or changed */
    byte[] unwrap(CareProviderId careProvider, byte[] wrapped, byte[] context) throws GeneralSecurityException;
}
