package se.vardmote.assessment.planned;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestRole;
import se.vardmote.notifications.Channel;
import se.vardmote.notifications.Recipient;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.NoticeId;
import se.vardmote.vocabulary.PlannedCallId;

/** The rows of those who are invited to planned calls. */
@Component
class PlannedGuests {
    /** More than a family and its guardian. */
    static final int MOST = 8;

    private static final String ADDRESS = "guest-address.";
    private static final String NAME = "guest-name.";
    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final Clock clock;

    PlannedGuests(JdbcClient jdbc, RetentionUnits retention, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.clock = clock;
    }

    void add(PlannedCall call, GuestLinkId link, Invite invite) {
        Recipient to = invite.recipient();
        jdbc.sql("""
                        insert into assessment.planned_guest (link_id, care_provider_id, planned_call_id, role, least, channel,
                            address_sealed, name_sealed, said_no, invited_at)
                        values (:link, :provider, :call, :role, :least, :channel, :address, :name, :saidNo, :now)""")
                .param("link", link.value())
                .param("provider", call.careProvider().value())
                .param("call", call.id().value())
                .param("role", invite.role().name())
                .param("least", invite.least().name())
                .param("channel", to == null ? null : to.channel().name())
                .param("address", seal(call, ADDRESS + link, to == null ? null : to.address()), Types.BINARY)
                .param(
                        "name",
                        seal(
                                call,
                                NAME + link,
                                invite.name() == null ? null : invite.name().value()),
                        Types.BINARY)
                .param("saidNo", invite.saidNo())
                .param("now", now())
                .update();
    }

    List<PlannedGuest> of(PlannedCall call) {
        return jdbc.sql("""
                        select * from assessment.planned_guest where planned_call_id = ? and revoked_at is null
                        order by invited_at, link_id limit ?""")
                .params(call.id().value(), MOST)
                .query((row, i) -> read(call, row))
                .list();
    }

    Optional<PlannedGuest> find(PlannedCall call, GuestLinkId link) {
        return jdbc.sql("""
                        select * from assessment.planned_guest
                        where planned_call_id = ? and link_id = ? and revoked_at is null""")
                .params(call.id().value(), link.value())
                .query((row, i) -> read(call, row))
                .optional();
    }

    /** The link was sent, again perhaps. */
    void sent(GuestLinkId link, NoticeId notice) {
        jdbc.sql("update assessment.planned_guest set notice_id = ? where link_id = ?")
                .params(notice.value(), link.value())
                .update();
    }

    void says(GuestLinkId link, boolean no) {
        jdbc.sql("update assessment.planned_guest set said_no = ? where link_id = ?")
                .params(no, link.value())
                .update();
    }

    void revoke(GuestLinkId link) {
        jdbc.sql("update assessment.planned_guest set revoked_at = ? where link_id = ? and revoked_at is null")
                .params(now(), link.value())
                .update();
    }

    private PlannedGuest read(PlannedCall call, ResultSet row) throws SQLException {
        var link = new GuestLinkId(row.getObject("link_id", UUID.class));
        String address = open(call, ADDRESS + link, row.getBytes("address_sealed"));
        UUID notice = row.getObject("notice_id", UUID.class);
        return new PlannedGuest(
                link,
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new PlannedCallId(row.getObject("planned_call_id", UUID.class)),
                GuestRole.valueOf(row.getString("role")),
                GuestAssurance.valueOf(row.getString("least")),
                address == null ? null : Recipient.of(Channel.valueOf(row.getString("channel")), address),
                open(call, NAME + link, row.getBytes("name_sealed")),
                row.getBoolean("said_no"),
                notice == null ? null : new NoticeId(notice),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                row.getObject("revoked_at") != null);
    }

    private byte @Nullable [] seal(PlannedCall call, String field, @Nullable String text) {
        return text == null ? null : retention.encrypt(call.conversation(), field, text);
    }

    private @Nullable String open(PlannedCall call, String field, byte @Nullable [] sealed) {
        return sealed == null ? null : retention.decrypt(call.conversation(), field, sealed);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
