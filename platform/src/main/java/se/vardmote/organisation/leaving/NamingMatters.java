package se.vardmote.organisation.leaving;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.organisation.settings.SettingCatalogue;
import se.vardmote.organisation.settings.SettingRows;
import se.vardmote.organisation.settings.SettingRows.Place;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** Settings that name the unit, such as whose cover it is: another unit is named instead, or what is inherited holds. */
@Component
class NamingMatters implements OpenMatters {
    private final Settings settings;
    private final SettingCatalogue catalogue;
    private final SettingRows rows;
    private final Clock clock;

    NamingMatters(Settings settings, SettingCatalogue catalogue, SettingRows rows, Clock clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "cover";
    }

    @Override
    public To to() {
        return To.UNIT;
    }

    @Override
    public boolean mayEnd() {
        return true;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return settings.naming(unit.id()).stream()
                .filter(naming -> !unit.id().equals(naming.unit()))
                .map(naming -> new OpenMatter(
                        naming.unit() == null
                                ? unit.careProvider().value()
                                : naming.unit().value(),
                        unit.careProvider(),
                        naming.unit(),
                        null,
                        null,
                        naming.where(),
                        null))
                .toList();
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return List.of();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        if (to.unit() == null) return false;
        decide(matter, to.unit(), act);
        return true;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        decide(matter, null, act);
    }

    /** What the place has decided itself and that names a unit. */
    private void decide(OpenMatter matter, @Nullable CareUnitId unit, Act act) {
        for (Setting<?> setting : catalogue.all()) {
            String own = rows.own(matter.careProvider(), setting.key()).get(matter.unit());
            if (setting.kind() instanceof Kind.OtherUnit && own != null)
                rows.decide(
                        new Place(matter.careProvider(), matter.unit()),
                        setting,
                        unit == null ? null : unit.toString(),
                        act.by(),
                        clock.instant());
        }
    }
}
