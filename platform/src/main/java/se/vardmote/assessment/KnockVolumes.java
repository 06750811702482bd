package se.vardmote.assessment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.StaffId;

/** How loud each professional wants a knock, in per cent; kept here because shared computers keep nothing. */
@Component
public class KnockVolumes {
    public static final int USUAL = 60;

    /** A knock that cannot be heard is none: who wants silence goes off duty. */
    public static final int LOWEST = 10;

    private static final int LOUDEST = 100;
    private final JdbcClient jdbc;

    public KnockVolumes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int of(StaffId staff) {
        return jdbc.sql("select volume from assessment.knock_volume where staff_id = ?")
                .params(staff.value())
                .query(Integer.class)
                .optional()
                .orElse(USUAL);
    }

    /** What is too low or too high becomes the nearest that there is. */
    public void keep(StaffId staff, int volume) {
        jdbc.sql("""
                        insert into assessment.knock_volume (staff_id, volume) values (?, ?)
                        on conflict (staff_id) do update set volume = excluded.volume""").params(staff.value(), Math.clamp(volume, LOWEST, LOUDEST)).update();
    }
}
