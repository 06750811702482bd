package se.vardmote.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actors;
import se.vardmote.organisation.stops.PlannedStop;
import se.vardmote.organisation.stops.PlannedStops;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/** The planned stops that reach whoever asks for the page: staff, devices, and those who knock or wait. */
@Component
final class StopsByActors implements Frames.StopReader {
    private final PlannedStops stops;
    private final Clock clock;

    StopsByActors(PlannedStops stops, Clock clock) {
        this.stops = stops;
        this.clock = clock;
    }

    /** Where somebody is. @param unit null: told of every stop of the care provider */
    private record Place(
            CareProviderId careProvider, @Nullable CareUnitId unit) {}

    @Override
    public List<StopNotice> now() {
        List<PlannedStop> told = stops.told();
        if (told.isEmpty()) return List.of();
        List<Place> places = Actors.current().map(StopsByActors::places).orElse(List.of());
        Instant now = clock.instant();
        return told.stream()
                .filter(stop -> places.stream().anyMatch(place -> stop.reaches(place.careProvider(), place.unit())))
                .map(stop -> StopNotice.of(stop, now))
                .toList();
    }

    private static List<Place> places(Actors actors) {
        return Stream.of(
                        actors.staff().map(staff -> new Place(staff.careProvider(), staff.unit())),
                        actors.administrator().map(one -> new Place(one.careProvider(), null)),
                        actors.device().map(device -> new Place(device.careProvider(), device.unit())),
                        actors.invited().map(one -> new Place(one.careProvider(), one.receivingUnit())),
                        actors.seated().map(seat -> new Place(seat.careProvider(), null)))
                .flatMap(Optional::stream)
                .toList();
    }
}
