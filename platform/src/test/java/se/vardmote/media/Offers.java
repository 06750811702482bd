package se.vardmote.media;

/** What a browser would offer, for tests in which no media flow. */
final class Offers {
    private Offers() {}

    static String soundAndPicture() {
        return """
                v=0
                o=- 4611731400430051336 2 IN IP4 127.0.0.1
                s=-
                t=0 0
                a=group:BUNDLE 0 1
                a=msid-semantic: WMS s
                """ + section("audio", 0, "111", "opus/48000/2") + section("video", 1, "96", "VP8/90000");
    }

    private static String section(String kind, int mid, String type, String codec) {
        return """
                m=%1$s 9 UDP/TLS/RTP/SAVPF %3$s
                c=IN IP4 0.0.0.0
                a=rtcp:9 IN IP4 0.0.0.0
                a=ice-ufrag:abcd
                a=ice-pwd:abcdefghijklmnopqrstuvwx
                a=ice-options:trickle
                a=fingerprint:sha-256 C0:FB:CC:FE:8D:9D:0E:81:F1:55:0A:5B:95:51:FA:DE:2A:D8:A9:A6:EC:EC:E2:B3:85:C8:EA:9D:41:D6:0F:7B
                a=setup:actpass
                a=mid:%2$d
                a=sendonly
                a=msid:s %1$s
                a=rtcp-mux
                a=rtpmap:%3$s %4$s
                a=ssrc:100%2$d cname:c
                """.formatted(kind, mid, type, codec);
    }
}
