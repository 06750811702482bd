package se.vardmote.meetings.web;

import java.util.LinkedHashMap;
import java.util.Map;
import se.vardmote.ui.Words;
import tools.jackson.databind.json.JsonMapper;

/** What the call's script is told, as JSON that is safe inside a script element. */
public final class CallSettings {
    private CallSettings() {}

    /** No character of it can end the element or start another. */
    public static String json(CallPage page, Words say) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("role", page.role().word());
        settings.put("ticketUrl", page.ticketUrl());
        settings.put("goodbyeUrl", page.goodbyeUrl());
        settings.put("dayUrl", page.dayUrl());
        settings.put("phone", say.phone(page.phone()));
        settings.put("unit", page.unit());
        settings.put("locale", say.language().tag());
        return JsonMapper.shared()
                .writeValueAsString(settings)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
