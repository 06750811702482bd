package se.vardmote.meetings;

import se.vardmote.platform.News;
import se.vardmote.vocabulary.StaffId;

/** News for one member of staff: a call of theirs is parked or resumed, or somebody asks them to come in. */
public final class StaffCalls {
    /** Its id is the {@link StaffId}. */
    public static final News.Topic TOPIC = new News.Topic("staff-calls");

    private StaffCalls() {}

    static void changed(News news, StaffId staff) {
        news.tell(TOPIC, staff.toString());
    }
}
