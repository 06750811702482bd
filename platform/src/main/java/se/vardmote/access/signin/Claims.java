package se.vardmote.access.signin;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.vardmote.vocabulary.HsaId;

/**
 * What an ID token says about somebody, under whichever of its spellings: Inera writes {@code healthCareProviderHsaId} and
 * {@code healthcareProviderId}, and products before it have written HSA in their own ways. A value may be a list of one.
 */
record Claims(Map<String, Object> all) {
    private static final List<String> EMPLOYEE = List.of("employeehsaid");
    private static final List<String> COMMISSION = List.of("commissionhsaid");
    private static final List<String> UNIT = List.of("healthcareunithsaid", "healthcareunitid");
    private static final List<String> CARE_PROVIDER = List.of("healthcareproviderhsaid", "healthcareproviderid");

    /** Empty when it is missing, is none, or when two spellings name two people. */
    Optional<HsaId> employee() {
        return one(EMPLOYEE);
    }

    ChosenBefore chosen() {
        return new ChosenBefore(one(COMMISSION), one(UNIT), one(CARE_PROVIDER));
    }

    private Optional<HsaId> one(List<String> spellings) {
        Set<Object> values = all.entrySet().stream()
                .filter(claim -> spellings.contains(claim.getKey().toLowerCase(Locale.ROOT)))
                .map(claim -> single(claim.getValue()))
                .collect(Collectors.toSet());
        if (values.size() != 1) return Optional.empty();
        return values.iterator().next() instanceof String text
                ? HsaId.parse(text).asOptional()
                : Optional.empty();
    }

    private static Object single(Object value) {
        return value instanceof Collection<?> several && several.size() == 1
                ? several.iterator().next()
                : value;
    }
}
