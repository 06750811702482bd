package se.vardmote.directory.settings.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.settings.Deciding;
import se.vardmote.directory.settings.Effect;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.organisation.settings.SettingCatalogue;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Parsed;

/** One decision for many units: chosen, shown, agreed to. */
@Controller
@RequestMapping("/admin/organisation/manga-enheter")
class ManyUnitsController {
    private final Deciding deciding;
    private final SettingCatalogue catalogue;
    private final SettingsReader reader;
    private final UnitTree tree;

    ManyUnitsController(Deciding deciding, SettingCatalogue catalogue, SettingsReader reader, UnitTree tree) {
        this.deciding = deciding;
        this.catalogue = catalogue;
        this.reader = reader;
        this.tree = tree;
    }

    @GetMapping
    ModelAndView choose(SystemAdministrator by, @RequestParam(name = "installning", defaultValue = "") String key) {
        Setting<?> setting = key.isEmpty() ? null : deciding.setting(key);
        String usual = setting == null ? "" : Deciding.usual(setting);
        return page(by, setting, new ManyUnitsForm(key, usual, "", List.of(), List.of(), ""), Map.of());
    }

    /** Shows what it does; with what was shown agreed to, does it. */
    @PostMapping
    ModelAndView decide(SystemAdministrator by, @ModelAttribute ManyUnitsForm form) {
        Setting<?> setting = deciding.setting(form.setting());
        Map<String, String> errors = new HashMap<>();
        Parsed<String> read = UnitSettingsController.read(setting.kind(), form.value());
        if (!form.inherits() && read instanceof Parsed.Refused<String>(String why)) errors.put("value", why);
        Set<CareUnitId> chosen = chosen(by, form);
        if (chosen.isEmpty()) errors.put("unit", "missing");
        if (!errors.isEmpty()) return page(by, setting, form, errors);
        String text = form.inherits() ? null : read.orElseThrow();
        boolean agreed = !form.agreed().isEmpty();
        if (agreed && deciding.decideForMany(by, setting, chosen, text, form.agreed()))
            return SeeOther.to(UnitSettingsController.ROOT + "?notice=many");
        return shown(by, setting, form, chosen, text, agreed);
    }

    /** The own care provider's; with all their parts where that is ticked. */
    private Set<CareUnitId> chosen(SystemAdministrator by, ManyUnitsForm form) {
        Set<CareUnitId> chosen = new HashSet<>();
        Set<CareUnitId> whole = new HashSet<>();
        for (UnitTree.Node node : tree.of(by.careProvider())) {
            String id = node.unit().id().toString();
            boolean within =
                    node.unit().parent() != null && whole.contains(node.unit().parent());
            if (within || form.tree().contains(id)) whole.add(node.unit().id());
            if (within || form.tree().contains(id) || form.unit().contains(id))
                chosen.add(node.unit().id());
        }
        return chosen;
    }

    private ModelAndView shown(
            SystemAdministrator by,
            Setting<?> setting,
            ManyUnitsForm form,
            Set<CareUnitId> chosen,
            @Nullable String text,
            boolean changedMeanwhile) {
        Effect effect = deciding.effect(by, setting, chosen, text);
        Map<CareUnitId, String> names = tree.of(by.careProvider()).stream()
                .collect(Collectors.toMap(
                        node -> node.unit().id(), node -> node.unit().name()));
        Map<Boolean, List<EffectPage.Line>> lines = effect.lines().stream()
                .collect(Collectors.partitioningBy(
                        Effect.Line::changes,
                        Collectors.mapping(line -> line(setting, line, names), Collectors.toList())));
        return new EffectPage(
                        reader.field(by, setting, form.value()),
                        form,
                        chosen.stream().map(CareUnitId::toString).sorted().toList(),
                        Objects.requireNonNull(lines.get(true)),
                        Objects.requireNonNull(lines.get(false)),
                        effect.nothing(),
                        effect.digest(),
                        changedMeanwhile)
                .view();
    }

    private static EffectPage.Line line(Setting<?> setting, Effect.Line line, Map<CareUnitId, String> names) {
        return new EffectPage.Line(
                line.unit().name(),
                line.what(),
                value(setting, line.before(), names),
                value(setting, line.after(), names));
    }

    private static ShownValue value(Setting<?> setting, @Nullable String text, Map<CareUnitId, String> names) {
        String kept = text == null ? Deciding.usual(setting) : text;
        return Objects.requireNonNull(SettingsReader.shown(setting, kept, names));
    }

    private ModelAndView page(
            SystemAdministrator by, @Nullable Setting<?> setting, ManyUnitsForm form, Map<String, String> errors) {
        List<UnitTree.Node> nodes = setting == null ? List.of() : tree.of(by.careProvider());
        Set<CareUnitId> parents = nodes.stream()
                .map(UnitTree.Node::unit)
                .map(CareUnit::parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new ManyUnitsPage(
                        catalogue.all().stream()
                                .map(each -> new ManyUnitsPage.Choice(each.key(), each.label(), each.subject()))
                                .toList(),
                        setting == null ? null : reader.field(by, setting, form.value()),
                        form,
                        nodes.stream()
                                .map(node -> new ManyUnitsPage.Unit(
                                        node.unit().id().toString(),
                                        node.unit().name(),
                                        node.depth(),
                                        parents.contains(node.unit().id())))
                                .toList(),
                        errors)
                .view();
    }
}
