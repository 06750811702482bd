package se.vardmote.media;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files a Janus of ours is started with. It listens on loopback only, loads the video room and the WebSocket and
 * nothing else, and may write no recording anywhere: {@code lock_record} in a room yields to the room's own secret,
 * {@code protected_folders} of the root to nobody (R4-284).
 */
record JanusConfiguration(Path folder, int port, String apiSecret, String adminKey, String mediaAddress, int cores) {
    static final int QUIET = 3;

    /** File name to contents. */
    Map<String, String> files(Path modules) {
        var files = new LinkedHashMap<String, String>();
        files.put("janus.jcfg", core(modules));
        files.put("janus.transport.websockets.jcfg", webSocket());
        files.put("janus.plugin.videoroom.jcfg", videoRoom());
        return files;
    }

    private String core(Path modules) {
        return """
                general: {
                  configs_folder = "%s"
                  plugins_folder = "%s/plugins"
                  transports_folder = "%s/transports"
                  events_folder = "%s/events"
                  loggers_folder = "%s/loggers"
                  debug_level = %d
                  debug_timestamps = true
                  debug_colors = false
                  api_secret = "%s"
                  hide_dependencies = true
                  session_timeout = 60
                  reclaim_session_timeout = 30
                  event_loops = %d
                  protected_folders = ["/"]
                }
                nat: {
                  ice_enforce_list = "%s"
                  ignore_mdns = true
                }
                plugins: { disable = "%s" }
                transports: { disable = "%s" }
                loggers: { disable = "%s" }
                events: { broadcast = false }
                """.formatted(
                        folder,
                        modules,
                        modules,
                        modules,
                        modules,
                        QUIET,
                        apiSecret,
                        cores,
                        mediaAddress,
                        InstalledJanus.othersIn(modules.resolve("plugins"), "libjanus_videoroom.so"),
                        InstalledJanus.othersIn(modules.resolve("transports"), "libjanus_websockets.so"),
                        InstalledJanus.othersIn(modules.resolve("loggers"), ""));
    }

    private String webSocket() {
        return """
                general: {
                  json = "compact"
                  ws = true
                  ws_ip = "127.0.0.1"
                  ws_port = %d
                  wss = false
                  pingpong_trigger = 30
                  pingpong_timeout = 10
                }
                admin: { admin_ws = false  admin_wss = false }
                """.formatted(port);
    }

    private String videoRoom() {
        return """
                general: {
                  admin_key = "%s"
                  lock_rtp_forward = true
                  string_ids = true
                  events = false
                }
                """.formatted(adminKey);
    }
}
