package se.vardmote.ui;

import java.util.Arrays;
import java.util.List;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.ReserveIssuer;

/** What the forms show beside the words of the vocabulary. */
public final class Reasons {

    /** Names of the issuers of reserve numbers, in the order to show. */
    public static final List<String> RESERVE_ISSUERS =
            Arrays.stream(ReserveIssuer.values()).map(Enum::name).toList();

    private Reasons() {}

    /** Name of the icon that stands beside the word of a {@code CallReason}. */
    public static String icon(String reason) {
        return switch (CallReason.valueOf(reason)) {
            case FALL -> "triangle-alert";
            case INJURY -> "bandage";
            case WOUND -> "heart-pulse";
            case AID_BROKEN -> "wrench";
            case AID_ASSESSMENT -> "accessibility";
            case TRANSFER -> "move";
            case TRAINING -> "dumbbell";
            case COLLAR_OR_BRACE -> "shirt";
            case DOSE_BAGS -> "pill";
            case QUICK_ASSESSMENT -> "eye";
            case OTHER -> "circle-ellipsis";
        };
    }
}
