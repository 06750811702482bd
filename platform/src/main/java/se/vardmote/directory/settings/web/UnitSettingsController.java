package se.vardmote.directory.settings.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.Directory;
import se.vardmote.directory.DirectoryProblem;
import se.vardmote.directory.settings.Deciding;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.NotAnIdentifier;
import se.vardmote.vocabulary.Parsed;

/** What a unit decides: read by its head, changed by an administrator; and what the care provider decides for all. */
@Controller
class UnitSettingsController {
    static final String ROOT = "/admin/organisation/installningar";
    /** Stands in an address where else a unit does. */
    static final String ALL = "alla";

    private static final String INHERIT = "arv";
    private static final Set<String> NOTICES = Set.of("kept", "inherited", "many");
    private final SettingsReader reader;
    private final Deciding deciding;
    private final Directory directory;
    private final Organisation organisation;

    UnitSettingsController(SettingsReader reader, Deciding deciding, Directory directory, Organisation organisation) {
        this.reader = reader;
        this.deciding = deciding;
        this.directory = directory;
        this.organisation = organisation;
    }

    @GetMapping("/min-enhet/installningar")
    ModelAndView ofTheHead(StaffMember head) {
        CareUnit unit =
                organisation.unit(head.unit()).orElseThrow(() -> new DirectoryProblem.NoSuchUnit().asException());
        return reader.all(unit, false, null).view();
    }

    @GetMapping(ROOT)
    ModelAndView ofAll(SystemAdministrator by, @RequestParam(required = false) @Nullable String notice) {
        return reader.all(by.careProvider(), notice(notice)).view();
    }

    @GetMapping(ROOT + "/{unit}")
    ModelAndView ofUnit(
            SystemAdministrator by,
            @PathVariable("unit") String id,
            @RequestParam(required = false) @Nullable String notice) {
        CareUnit unit = unit(by, id);
        return unit == null
                ? SeeOther.to(ROOT)
                : reader.all(unit, true, notice(notice)).view();
    }

    @GetMapping(ROOT + "/{unit}/{setting}")
    ModelAndView one(SystemAdministrator by, @PathVariable("unit") String id, @PathVariable("setting") String key) {
        return reader.one(by, unit(by, id), deciding.setting(key), null, Map.of())
                .view();
    }

    /** @param what {@code arv} to decide nothing any longer */
    @PostMapping(ROOT + "/{unit}/{setting}")
    ModelAndView decide(
            SystemAdministrator by,
            @PathVariable("unit") String id,
            @PathVariable("setting") String key,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(name = "gor", defaultValue = "") String what) {
        CareUnit unit = unit(by, id);
        Setting<?> setting = deciding.setting(key);
        CareUnitId place = unit == null ? null : unit.id();
        if (what.equals(INHERIT)) {
            deciding.decide(by, place, setting, null);
            return done(unit, "inherited");
        }
        return switch (read(setting.kind(), value)) {
            case Parsed.Refused<String>(String why) ->
                reader.one(by, unit, setting, value, Map.of("value", why)).view();
            case Parsed.Valid<String>(String text) -> {
                deciding.decide(by, place, setting, text);
                yield done(unit, "kept");
            }
        };
    }

    /** From what is typed to what is kept. */
    static <T> Parsed<String> read(Kind<T> kind, String typed) {
        return kind.read(typed).map(kind::written);
    }

    private static ModelAndView done(@Nullable CareUnit unit, String notice) {
        return SeeOther.to(ROOT + (unit == null ? "" : "/" + unit.id()) + "?notice=" + notice);
    }

    private @Nullable CareUnit unit(SystemAdministrator by, String id) {
        if (id.equals(ALL)) return null;
        try {
            return directory.unit(by, CareUnitId.of(id));
        } catch (NotAnIdentifier notAUnit) {
            throw new DirectoryProblem.NoSuchUnit().asException();
        }
    }

    private static @Nullable String notice(@Nullable String came) {
        return came != null && NOTICES.contains(came) ? came : null;
    }
}
