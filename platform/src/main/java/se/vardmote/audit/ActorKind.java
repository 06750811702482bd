package se.vardmote.audit;

/** As what somebody acted. */
public enum ActorKind {
    /** Signed in, under a commission: {@code actorId} is the {@code StaffId}. */
    STAFF,
    /** A paired device: {@code actorId} is the {@code DeviceId}. */
    DEVICE,
    /** Somebody with a seat in a call: {@code actorId} is the {@code SeatId}. */
    SEAT,
    /** Typed a drop-in code that somebody read out. */
    INVITED,
    /** Somebody who has opened a guest link: {@code actorId} is the {@code GuestLinkId}. */
    GUEST,
    /** Nobody we know. */
    VISITOR,
    /** The product itself: a job. */
    SYSTEM
}
