package se.vardmote.ui;

import java.util.List;
import se.vardmote.assessment.web.AcuteList;

/** An emergency in a call that goes on. */
final class SampleAcute {
    private SampleAcute() {}

    static AcuteList one() {
        return new AcuteList(List.of(new AcuteList.Row(
                "0197b",
                "FALL",
                "Tolvan Tolvansson",
                "Kim Ekdal",
                SamplePages.NOW.minusSeconds(40),
                "+46701740605",
                "Hemtjänst natt · Vellinge",
                List.of(new AcuteList.PlacePart("address", "Storgatan 1"), new AcuteList.PlacePart("floor", "2")))));
    }
}
