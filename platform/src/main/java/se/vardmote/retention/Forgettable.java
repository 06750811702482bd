package se.vardmote.retention;

import java.util.Collection;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * Port: a module that keeps content. Each removes its own rows, or empties their columns, when the unit has been
 * forgotten; documentation stays. May be asked again about the same units.
 */
public interface Forgettable {
    /** Inside the purge's transaction. The keys are gone already: nothing can be read any longer. */
    void remove(Collection<RetentionUnitId> forgotten);
}
