package se.vardmote.access;

import se.vardmote.platform.News;

/** What access tells: whoever holds something open for these closes it or reads rights again. */
public final class AccessNews {
    /** A session has ended; id: {@link SessionId}. */
    public static final News.Topic SESSION_ENDED = new News.Topic("session-ended");

    /** Something about a device or its pairing has changed; id: {@code CareProviderId}. */
    public static final News.Topic DEVICES_CHANGED = new News.Topic("devices-changed");

    private AccessNews() {}
}
