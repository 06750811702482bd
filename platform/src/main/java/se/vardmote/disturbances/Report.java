package se.vardmote.disturbances;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;

/** That somebody reported a disturbance. */
public record Report(@Nullable CareUnitId unit, Technique technique, Instant at) {}
