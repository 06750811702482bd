package se.vardmote.organisation.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every setting that there is, module by module. */
@Component
public class SettingCatalogue {
    private final Supplier<Stream<DefinesSettings>> modules;

    SettingCatalogue(ObjectProvider<DefinesSettings> modules) {
        this.modules = modules::orderedStream;
    }

    public List<Setting<?>> all() {
        return modules.get()
                .<Setting<?>>flatMap(module -> module.settings().stream())
                .toList();
    }

    public Optional<Setting<?>> find(String key) {
        return all().stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
