package se.vardmote.directory.settings.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.settings.Deciding;
import se.vardmote.directory.settings.Inheritance;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.settings.InForce;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.organisation.settings.Origin;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.organisation.settings.SettingCatalogue;
import se.vardmote.organisation.settings.SettingRows;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/** Fills the pages of settings. */
@Component
class SettingsReader {
    private final SettingCatalogue catalogue;
    private final Settings settings;
    private final SettingRows rows;
    private final Deciding deciding;
    private final Organisation organisation;

    SettingsReader(
            SettingCatalogue catalogue,
            Settings settings,
            SettingRows rows,
            Deciding deciding,
            Organisation organisation) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.rows = rows;
        this.deciding = deciding;
        this.organisation = organisation;
    }

    SettingsPage all(CareUnit unit, boolean mayChange, @Nullable String notice) {
        return new SettingsPage(unit.id().toString(), unit.name(), mayChange, sections(settings.of(unit.id())), notice);
    }

    SettingsPage all(CareProviderId careProvider, @Nullable String notice) {
        return new SettingsPage(null, provider(careProvider), true, sections(settings.of(careProvider)), notice);
    }

    private List<SettingsPage.Section> sections(InForce here) {
        List<Setting<?>> all = catalogue.all();
        Map<CareUnitId, String> names = names(all.stream()
                .flatMap(setting -> Stream.concat(
                        Stream.ofNullable(from(here.origin(setting))), named(setting, here.text(setting)).stream()))
                .collect(Collectors.toSet()));
        Map<String, List<SettingLine>> sections = new LinkedHashMap<>();
        for (Setting<?> setting : all) {
            SettingLine line = line(setting, here.text(setting), here.origin(setting), names);
            sections.computeIfAbsent(setting.section(), word -> new ArrayList<>())
                    .add(line);
        }
        return sections.entrySet().stream()
                .map(section -> new SettingsPage.Section(section.getKey(), section.getValue()))
                .toList();
    }

    OneSettingPage one(
            SystemAdministrator by,
            @Nullable CareUnit unit,
            Setting<?> setting,
            @Nullable String typed,
            Map<String, String> errors) {
        CareUnitId id = unit == null ? null : unit.id();
        Inheritance inheritance = deciding.inheritance(by, setting);
        List<SettingRows.Change> changes = rows.changes(new SettingRows.Place(by.careProvider(), id), setting.key());
        Map<CareUnitId, String> names = organisation.unitsOf(by.careProvider()).stream()
                .collect(Collectors.toMap(CareUnit::id, CareUnit::name));
        SettingLine now = line(setting, inheritance.at(id), id, names);
        return new OneSettingPage(
                id == null ? null : id.toString(),
                unit == null ? provider(by.careProvider()) : unit.name(),
                now,
                field(by, setting, typed == null ? now.value().text() : typed),
                line(setting, inheritance.above(id), id, names),
                changes.stream().map(change -> change(setting, change, names)).toList(),
                errors);
    }

    ValueField field(SystemAdministrator by, Setting<?> setting, String typed) {
        List<ValueField.Option> units = setting.kind() instanceof Kind.OtherUnit
                ? organisation.unitsOf(by.careProvider()).stream()
                        .map(unit -> new ValueField.Option(unit.id().toString(), unit.name()))
                        .toList()
                : List.of();
        return new ValueField(setting.kind(), setting.label(), setting.subject(), typed, units);
    }

    private static OneSettingPage.Change change(
            Setting<?> setting, SettingRows.Change change, Map<CareUnitId, String> names) {
        return new OneSettingPage.Change(
                shown(setting, change.before(), names),
                shown(setting, change.after(), names),
                change.by(),
                change.at());
    }

    private SettingLine line(
            Setting<?> setting, Inheritance.Held held, @Nullable CareUnitId here, Map<CareUnitId, String> names) {
        Origin origin = held.text() == null
                ? new Origin.OfProduct()
                : Objects.equals(held.from(), here)
                        ? new Origin.Own()
                        : held.from() == null ? new Origin.OfCareProvider() : new Origin.OfUnit(held.from());
        String text = held.text() == null ? Deciding.usual(setting) : held.text();
        return line(setting, text, origin, names);
    }

    private static SettingLine line(Setting<?> setting, String text, Origin origin, Map<CareUnitId, String> names) {
        CareUnitId from = from(origin);
        return new SettingLine(
                setting.key(),
                setting.label(),
                setting.subject(),
                Objects.requireNonNull(shown(setting, text, names)),
                switch (origin) {
                    case Origin.Own own -> "own";
                    case Origin.OfUnit unit -> "unit";
                    case Origin.OfCareProvider provider -> "provider";
                    case Origin.OfProduct product -> "product";
                },
                from == null ? null : names.getOrDefault(from, ""));
    }

    static @Nullable ShownValue shown(Setting<?> setting, @Nullable String text, Map<CareUnitId, String> names) {
        if (text == null) return null;
        return new ShownValue(
                setting.kind(), text, named(setting, text).map(names::get).orElse(null));
    }

    private static Optional<CareUnitId> named(Setting<?> setting, String text) {
        return setting.kind() instanceof Kind.OtherUnit && !text.isEmpty()
                ? Optional.of(CareUnitId.of(text))
                : Optional.empty();
    }

    private static @Nullable CareUnitId from(Origin origin) {
        return origin instanceof Origin.OfUnit(CareUnitId unit) ? unit : null;
    }

    private Map<CareUnitId, String> names(Collection<CareUnitId> units) {
        return organisation.unitNames(Set.copyOf(units));
    }

    private String provider(CareProviderId careProvider) {
        return organisation.provider(careProvider).map(CareProvider::name).orElse("");
    }
}
