package se.vardmote.organisation;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.HsaId;

/**
 * A care provider (vårdgivare): a municipality or region that answers for its own patient data.
 *
 * @param joinedDocumentation has joined the common documentation (lag 2022:913), which is voluntary
 */
public record CareProvider(CareProviderId id, String name, HsaId hsaId, Kind kind, boolean joinedDocumentation) {
    /** Who runs it (R0-49, R4-103). */
    public enum Kind {
        REGION,
        MUNICIPALITY,
        PRIVATE
    }
}
