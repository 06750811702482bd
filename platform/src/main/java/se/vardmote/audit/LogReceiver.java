package se.vardmote.audit;

import java.util.List;

/** Port: somebody outside who keeps the log too, such as the national log service. */
public interface LogReceiver {

    /** What became of some events; they are taken all or none. */
    enum Receipt {
        STORED,
        /** These will never be taken as they are. */
        INVALID,
        /** Not now: out of order, or we are not let in. */
        REFUSED,
        /** Nobody knows: no answer came. */
        NO_ANSWER
    }

    /** A stable word for where it is kept, such as {@code storelog}. */
    String name();

    /** Whether an event has a place there at all; those that have none stay with us only. */
    boolean takes(Accessed event);

    /** Called again with the same events until they are stored or invalid, in the order of the chain. */
    Receipt store(List<Accessed> events);
}
