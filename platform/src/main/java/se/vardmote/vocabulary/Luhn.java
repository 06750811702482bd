package se.vardmote.vocabulary;

/** The check digit of Swedish numbers: weights 2, 1, 2, … from the left, digit sums, up to the next ten. */
final class Luhn {
    private Luhn() {}

    /** Whether the last of {@code digits} is the check digit of those before it; the first weighs 2. */
    static boolean holds(String digits) {
        int last = digits.length() - 1;
        return digits.charAt(last) - '0' == checkDigit(digits.substring(0, last));
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (2 - i % 2);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
