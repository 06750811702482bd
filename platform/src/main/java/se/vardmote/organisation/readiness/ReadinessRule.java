package se.vardmote.organisation.readiness;

import java.time.LocalDate;
import java.util.List;
import se.vardmote.organisation.CareUnit;

/** Port: one thing that a unit must have before calls can rely on it. */
public interface ReadinessRule {

    /** Its word; texts {@code readiness.<word>.title}, {@code .ready} and {@code .lacking}, {@code {0}} being {@link Lack#many}. */
    String word();

    /**
     * Which of some open units of one care provider lack it; asked once for all of them.
     *
     * @param today in Sweden
     */
    List<Lack> lacking(List<CareUnit> units, LocalDate today);
}
