package se.vardmote.media;

/** Janus refused, or did not answer. The text holds codes and Janus's own words, never a secret. */
final class JanusProblem extends RuntimeException {
    static final int GONE = -1;
    static final int TIMED_OUT = -2;
    static final int NO_SUCH_ROOM = 426;
    static final int ROOM_EXISTS = 427;
    static final int NO_SUCH_FEED = 428;

    private final int code;

    JanusProblem(int code, String words) {
        super("Janus " + code + ": " + words);
        this.code = code;
    }

    int code() {
        return code;
    }

    boolean is(int wanted) {
        return code == wanted;
    }
}
