package se.vardmote.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.DeviceId;

/** The stock of devices of one care provider: how they are marked, whose they are, and how many there are where (R0-43 to R0-49). */
@Component
public class Stock {
    private static final int MOST = 1_000;
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

    /** How many devices that may be used there are in an area. */
    public record Count(String area, int devices) {}

    public Map<DeviceId, Item> of(CareProviderId provider) {
        return items(provider, null).stream().collect(Collectors.toMap(Item::device, Function.identity()));
    }

    public Optional<Item> find(CareProviderId provider, DeviceId device) {
        return items(provider, device).stream().findFirst();
    }

    /** By area; lost and revoked ones are not there to be counted. */
    public List<Count> counts(CareProviderId provider) {
        return database.sql("""
                        select area, count(*) as devices from organisation.device
                        where care_provider_id = :provider and revoked_at is null group by area order by area limit :most""")
                .param("provider", provider.value())
                .param("most", MOST)
                .query((row, n) -> new Count(row.getString("area"), row.getInt("devices")))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another device has the number */
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

    private List<Item> items(CareProviderId provider, @Nullable DeviceId device) {
        return database.sql("""
                        select id, asset_number, owner_id, payer_id, defect from organisation.device
                        where care_provider_id = :provider and (cast(:device as uuid) is null or id = :device) limit :most""")
                .param("provider", provider.value())
                .param("device", device == null ? null : device.value())
                .param("most", MOST)
                .query((row, n) -> new Item(
                        new DeviceId(row.getObject("id", UUID.class)),
                        row.getString("asset_number"),
                        provider(row.getObject("owner_id", UUID.class)),
                        provider(row.getObject("payer_id", UUID.class)),
                        row.getBoolean("defect")))
                .list();
    }

    private static @Nullable CareProviderId provider(@Nullable UUID id) {
        return id == null ? null : new CareProviderId(id);
    }
}
