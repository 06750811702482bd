package se.vardmote.accesslog;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.CareRelations;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.LogReviewId;

/** A review is open to whoever is head of its unit, signed in there. */
@Component
class ReviewRelations implements CareRelations<LogReviewId> {
    private final LogReviews reviews;

    ReviewRelations(LogReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<LogReviewId> about() {
        return LogReviewId.class;
    }

    @Override
    public Optional<Relation> between(Actor actor, LogReviewId thing) {
        if (!(actor instanceof StaffMember staff) || !staff.headOfUnit()) return Optional.empty();
        return reviews.find(staff.careProvider(), thing)
                .filter(review -> review.unit().equals(staff.unit()))
                .map(review -> new Relation("head-of-unit", review.careProvider(), review.unit(), null));
    }
}
