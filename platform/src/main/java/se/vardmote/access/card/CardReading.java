package se.vardmote.access.card;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.signin.Refusal;
import se.vardmote.vocabulary.HsaId;

/** What came of looking at a card. */
public sealed interface CardReading {
    Optional<HsaId> hsaId();

    /** Everything holds. */
    record Holder(HsaId id) implements CardReading {
        @Override
        public Optional<HsaId> hsaId() {
            return Optional.of(id);
        }
    }

    /**
     * Something does not.
     *
     * @param whose null unless an issuer that we trust says so
     */
    record Refused(Refusal why, @Nullable HsaId whose) implements CardReading {
        @Override
        public Optional<HsaId> hsaId() {
            return Optional.ofNullable(whose);
        }
    }
}
