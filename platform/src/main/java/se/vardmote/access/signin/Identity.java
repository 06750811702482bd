package se.vardmote.access.signin;

import se.vardmote.access.Assurance;
import se.vardmote.access.WayIn;
import se.vardmote.vocabulary.HsaId;

/** Who it is, how sure we are, how we know, and what they have chosen to work as before they came to us. */
public record Identity(HsaId hsaId, Assurance assurance, WayIn way, ChosenBefore chosen) {

    /** The holder of a card in this computer. */
    public static Identity withCard(HsaId hsaId) {
        return new Identity(hsaId, Assurance.LOA3, WayIn.CARD, ChosenBefore.NOTHING);
    }
}
