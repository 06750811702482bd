package se.vardmote.training.cast;

import java.util.List;

/**
 * A patient that one may type. The numbers are official test numbers that belong to nobody; they are printed on the
 * start page and never stored beforehand.
 *
 * @param number as people write it, with the plus sign from the year the person turns 100
 * @param goodFor what one sees by typing it
 */
public record TestPatient(String name, String number, String goodFor) {

    public static List<TestPatient> all() {
        return List.of(
                new TestPatient("Tolvan Tolvansson", "19121212-1212", "Den vanliga provpatienten"),
                new TestPatient("Gunnar Provström", "500907-2553", "Utan århundrade"),
                new TestPatient("Maria Provberg", "196101182803", "Tolv siffror utan streck"),
                new TestPatient("Elsa Provdotter", "20030202-2389", "En ung patient"),
                new TestPatient("Hulda Provgren", "900202+9800", "Äldre än hundra år: plustecken"));
    }
}
