package se.vardmote.organisation.settings;

import java.util.List;

/** Port: the settings of one module, in the order to show. */
public interface DefinesSettings {
    List<Setting<?>> settings();
}
