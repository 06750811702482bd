package se.vardmote.directory.settings.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.organisation.settings.SettingCatalogue;
import se.vardmote.organisation.settings.SettingRows;
import se.vardmote.vocabulary.CareUnitId;

/** Who has changed which settings, when, and from what. */
@Controller
class ChangesController {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private final SettingRows rows;
    private final SettingCatalogue catalogue;
    private final Organisation organisation;

    ChangesController(SettingRows rows, SettingCatalogue catalogue, Organisation organisation) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    @GetMapping("/admin/organisation/andringar")
    ModelAndView changes(SystemAdministrator by, @RequestParam(name = "fore", defaultValue = "") String before) {
        List<SettingRows.Change> changes =
                rows.changes(by.careProvider(), before.matches(ID) ? UUID.fromString(before) : null);
        Map<CareUnitId, String> names = organisation.unitsOf(by.careProvider()).stream()
                .collect(Collectors.toMap(CareUnit::id, CareUnit::name));
        boolean more = changes.size() == SettingRows.ON_A_PAGE;
        return new ChangesPage(
                        organisation
                                .provider(by.careProvider())
                                .map(CareProvider::name)
                                .orElse(""),
                        changes.stream().map(change -> line(change, names)).toList(),
                        more ? changes.getLast().id().toString() : null)
                .view();
    }

    private ChangesPage.Line line(SettingRows.Change change, Map<CareUnitId, String> names) {
        Optional<Setting<?>> setting = catalogue.find(change.key());
        return new ChangesPage.Line(
                change.unit() == null ? null : names.getOrDefault(change.unit(), ""),
                setting.<String>map(Setting::label).orElse(null),
                setting.<String>map(Setting::subject).orElse(null),
                new OneSettingPage.Change(
                        setting.map(known -> SettingsReader.shown(known, change.before(), names))
                                .orElse(null),
                        setting.map(known -> SettingsReader.shown(known, change.after(), names))
                                .orElse(null),
                        change.by(),
                        change.at()));
    }
}
