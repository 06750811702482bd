package se.vardmote.training.lan;

/** What the terminal says about the way in from the local network. */
public final class LanWelcome {

    private LanWelcome() {}

    /** @param colour whether the terminal understands colours */
    public static String of(LanAccess lan, boolean colour) {
        return """
                  Från en iPad:   rikta kameran mot rutan, eller öppna %s i Safari.

                %s

                                  1. Sidan visar hur iPaden litar på provmiljön. Fingeravtrycket (SHA-256) på iPaden ska vara:
                                     %s
                                     %s
                                  2. Öppna sedan %s på iPaden och välj att para ihop den.
                                     Koden visar systemförvaltaren på den här datorn: rollen Signe Wall, sidan Enheter.
                                  Personal loggar in på den här datorn. Alla på nätverket kan öppna provmiljön.
                """.formatted(
                        lan.trustPage(),
                        lan.qrCode().forTerminal(colour).indent(18).stripTrailing(),
                        lan.fingerprint().substring(0, 47),
                        lan.fingerprint().substring(48),
                        lan.product());
    }
}
