package se.vardmote.stories;

import java.util.List;
import java.util.function.Consumer;

/** A call in which both already see and hear each other. */
record OngoingCall(CareWorker careWorker, Professional nurse) {

    static OngoingCall begin(People people) {
        return begin(people, person -> {});
    }

    /** {@code prepare} is done to the care worker before the page of the call. */
    static OngoingCall begin(People people, Consumer<Person> prepare) {
        var nurse = people.nurse();
        nurse.goesOnDuty();
        var careWorker = people.careWorker();
        prepare.accept(careWorker.person());
        careWorker.startsAssessmentCall();
        careWorker.fillsInTheKnock("Noor Sandgren");
        careWorker.knocks();
        nurse.admits(CareWorker.PATIENT);
        var call = new OngoingCall(careWorker, nurse);
        call.awaitBothPictures();
        return call;
    }

    List<Person> both() {
        return List.of(careWorker.person(), nurse.person());
    }

    void awaitBothPictures() {
        careWorker.room().awaitsTheOthersPicture();
        nurse.room().awaitsTheOthersPicture();
    }

    /** In the same seats as before, on a connection that works. */
    void awaitBothInTheirSeats() {
        both().forEach(OngoingCall::awaitSeat);
    }

    static void awaitSeat(Person person) {
        person.page()
                .locator("#call-root[data-stage=admitted][data-connection=open]")
                .waitFor();
    }

    /** What each writes reaches the other. */
    void talk(String occasion) {
        nurse.room().writes("Hör du mig " + occasion + "?");
        careWorker.room().reads("Hör du mig " + occasion + "?");
        careWorker.room().writes("Ja, jag hör dig " + occasion + ".");
        nurse.room().reads("Ja, jag hör dig " + occasion + ".");
    }
}
