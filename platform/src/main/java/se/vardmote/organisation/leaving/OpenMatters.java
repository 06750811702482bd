package se.vardmote.organisation.leaving;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** Port: one kind of thing that may be open when a unit closes or somebody leaves. The caller knows who may, and puts it on record. */
public interface OpenMatters {
    /** Of one kind, shown and dealt with at a time. */
    int MOST = 200;

    /** Its word; texts {@code leaving.<word>.title} and {@code .text}. Also the access log's word for the thing. */
    String word();

    /** To whom it can be handed. */
    To to();

    /** Whether it can be stated to be ended. */
    boolean mayEnd();

    /** What is open at a unit after a day. */
    List<OpenMatter> at(CareUnit unit, LocalDate lastDay);

    /** What somebody has open at a care provider after a day. */
    List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay);

    /**
     * Call in a transaction.
     *
     * @return false when whoever is to have it cannot: nothing has been done
     */
    boolean handOver(OpenMatter matter, Receiver to, Act act);

    /** Call in a transaction. */
    void end(OpenMatter matter, Act act);

    /** To whom something is handed. */
    enum To {
        /** Another unit of the care provider. */
        UNIT,
        /** Somebody licensed with a commission for care at a unit of the care provider. */
        PROFESSIONAL,
        /** Somebody of the register. */
        PERSON,
        /** It cannot be handed over. */
        NOBODY
    }

    /** Who is to have it: a unit, or somebody, with the unit at which they have it where that matters. */
    record Receiver(@Nullable CareUnitId unit, @Nullable StaffId staff) {}

    /** By whom, and what the last day is. */
    record Act(StaffId by, LocalDate lastDay) {}
}
