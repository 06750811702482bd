package se.vardmote.organisation;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.HsaId;

/** A care provider (vårdgivare): a municipality or region that answers for its own patient data. */
public record CareProvider(CareProviderId id, String name, HsaId hsaId, Kind kind) {
    /** Who runs it (R0-49, R4-103). */
    public enum Kind {
        REGION,
        MUNICIPALITY,
        PRIVATE
    }
}
