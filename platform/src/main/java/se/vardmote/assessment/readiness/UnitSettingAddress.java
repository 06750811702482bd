package se.vardmote.assessment.readiness;

import se.vardmote.organisation.settings.Setting;
import se.vardmote.vocabulary.CareUnitId;

/** Where an administrator decides a setting of a unit. */
final class UnitSettingAddress {
    private UnitSettingAddress() {}

    static String of(CareUnitId unit, Setting<?> setting) {
        return "/admin/organisation/installningar/" + unit + "/" + setting.key();
    }
}
