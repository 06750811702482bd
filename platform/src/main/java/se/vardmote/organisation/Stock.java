package se.vardmote.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonName;

/** The stock of devices of one care provider: how they are marked, whose they are, and how many there are where (R0-43 to R0-49). */
@Component
public class Stock {
    private static final int MOST_AREAS = 1_000;
    private static final int LONGEST_NUMBER = 40;
    private final JdbcClient database;

    public Stock(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is known about a device as a thing.
     *
     * @param owner whose it is; null when nobody has said so
     * @param payer who pays for it
     * @param defect waits to be mended
     */
    public record Item(
            DeviceId device,
            @Nullable String assetNumber,
            @Nullable CareProviderId owner,
            @Nullable CareProviderId payer,
            boolean defect) {}

    /** Where it is. One that is lost is revoked, and has no other state from then on. */
    public enum State {
        ASSIGNED,
        DEFECT,
        LOST
    }

    /** How many devices that may be used there are in an area. */
    public record Count(String area, int devices) {}

    /** A number as it is written on the label: one line, at most {@value #LONGEST_NUMBER} characters. */
    public static Parsed<String> number(String typed) {
        return PersonName.parse(typed) instanceof Parsed.Valid<PersonName>(PersonName line)
                        && line.value().length() <= LONGEST_NUMBER
                ? Parsed.valid(line.value())
                : Parsed.refused("too-long");
    }

    public Optional<Item> find(CareProviderId provider, DeviceId device) {
        return database.sql("select * from organisation.device where id = :id and care_provider_id = :provider")
                .param("id", device.value())
                .param("provider", provider.value())
                .query((row, n) -> item(row))
                .optional();
    }

    /** By area; lost and revoked ones are not there to be counted. */
    public List<Count> counts(CareProviderId provider) {
        return database.sql("""
                        select area, count(*) as devices from organisation.device
                        where care_provider_id = :provider and revoked_at is null group by area order by area limit :most""")
                .param("provider", provider.value())
                .param("most", MOST_AREAS)
                .query((row, n) -> new Count(row.getString("area"), row.getInt("devices")))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another device in use has the number */
    public void keep(CareProviderId provider, Item item) {
        database.sql("""
                        update organisation.device
                        set asset_number = :number, owner_id = :owner, payer_id = :payer, defect = :defect
                        where id = :id and care_provider_id = :provider""")
                .param("id", item.device().value())
                .param("provider", provider.value())
                .param("number", item.assetNumber())
                .param("owner", item.owner() == null ? null : item.owner().value())
                .param("payer", item.payer() == null ? null : item.payer().value())
                .param("defect", item.defect())
                .update();
    }

    static Item item(ResultSet row) throws SQLException {
        return new Item(
                new DeviceId(row.getObject("id", UUID.class)),
                row.getString("asset_number"),
                provider(row.getObject("owner_id", UUID.class)),
                provider(row.getObject("payer_id", UUID.class)),
                row.getBoolean("defect"));
    }

    private static @Nullable CareProviderId provider(@Nullable UUID id) {
        return id == null ? null : new CareProviderId(id);
    }
}
