package se.vardmote.directory.settings;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.directory.Directory;
import se.vardmote.directory.DirectoryProblem;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.Units;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.organisation.settings.SettingCatalogue;
import se.vardmote.organisation.settings.SettingRows;
import se.vardmote.organisation.settings.SettingRows.Place;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Identifier;

/** An administrator decides for units of the own care provider, or for all of it. Each decision is on record before it is made. */
@Component
public class Deciding {
    private final SettingCatalogue catalogue;
    private final SettingRows rows;
    private final Units units;
    private final Organisation organisation;
    private final Directory directory;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Deciding(
            SettingCatalogue catalogue,
            SettingRows rows,
            Units units,
            Organisation organisation,
            Directory directory,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.units = units;
        this.organisation = organisation;
        this.directory = directory;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws se.vardmote.platform.ProblemException {@link DirectoryProblem.NoSuchSetting} */
    public Setting<?> setting(String key) {
        return catalogue.find(key).orElseThrow(() -> new DirectoryProblem.NoSuchSetting().asException());
    }

    /** How a setting comes down the tree now. */
    public Inheritance inheritance(SystemAdministrator by, Setting<?> setting) {
        return new Inheritance(units.parents(by.careProvider()), rows.own(by.careProvider(), setting.key()));
    }

    /**
     * Decides for one unit.
     *
     * @param unit null for the care provider as a whole
     * @param text as the kind writes it; null for what is inherited
     * @throws se.vardmote.platform.ProblemException {@link DirectoryProblem.NoSuchUnit} for another care provider's, also
     *     when it is what is decided
     */
    public void decide(SystemAdministrator by, @Nullable CareUnitId unit, Setting<?> setting, @Nullable String text) {
        if (unit != null) directory.unit(by, unit);
        requireOwn(by, setting, text);
        audit.record(event(by, unit, setting, text));
        transactions.executeWithoutResult(
                running -> rows.decide(new Place(by.careProvider(), unit), setting, text, by.staff(), clock.instant()));
    }

    /** What one decision for many units would do. Those of another care provider are nobody's to choose. */
    public Effect effect(SystemAdministrator by, Setting<?> setting, Set<CareUnitId> chosen, @Nullable String text) {
        return Effect.of(
                organisation.unitsOf(by.careProvider()), inheritance(by, setting), chosen, text, usual(setting));
    }

    /**
     * Does it, if it still does what was shown.
     *
     * @param agreed the digest of the effect that was shown
     * @return false when something has changed since: nothing has been done
     */
    public boolean decideForMany(
            SystemAdministrator by, Setting<?> setting, Set<CareUnitId> chosen, @Nullable String text, String agreed) {
        requireOwn(by, setting, text);
        return Boolean.TRUE.equals(transactions.execute(running -> {
            rows.lock(by.careProvider());
            Effect effect = effect(by, setting, chosen, text);
            if (!effect.digest().equals(agreed)) return false;
            List<CareUnitId> changing = effect.lines().stream()
                    .filter(line -> chosen.contains(line.unit().id()) && line.what() != Effect.What.ALREADY)
                    .map(line -> line.unit().id())
                    .toList();
            audit.record(changing.stream()
                    .map(unit -> event(by, unit, setting, text))
                    .toList());
            for (CareUnitId unit : changing)
                rows.decide(new Place(by.careProvider(), unit), setting, text, by.staff(), clock.instant());
            return true;
        }));
    }

    /** The product's value of a setting, as it is kept. */
    public static <T> String usual(Setting<T> setting) {
        return setting.kind().written(setting.usual());
    }

    private void requireOwn(SystemAdministrator by, Setting<?> setting, @Nullable String text) {
        if (setting.kind() instanceof Kind.OtherUnit && text != null && !text.isEmpty())
            directory.unit(by, CareUnitId.of(text));
    }

    private AuditEvent event(
            SystemAdministrator by, @Nullable CareUnitId unit, Setting<?> setting, @Nullable String text) {
        Identifier place = unit == null ? by.careProvider() : unit;
        return AuditedActor.of(by)
                .on(AuditEvent.wrote(text == null ? "inherit" : "decide", "unit-setting", place))
                .because(setting.key().toLowerCase(Locale.ROOT).replace('_', '-'))
                .at(clock.instant());
    }
}
