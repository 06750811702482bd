package se.vardmote.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;

/** How many text messages a text becomes (3GPP TS 23.038; sweden.md §7.1). */
class MeasuringTextMessagesTests {

    @Test
    void a_hundred_and_sixty_characters_with_swedish_letters_are_one_message() {
        assertThat(SmsText.parts("å".repeat(160))).isEqualTo(1);
        assertThat(SmsText.parts("Ö".repeat(161))).isEqualTo(2);
        assertThat(SmsText.parts("a".repeat(306))).isEqualTo(2);
        assertThat(SmsText.parts("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void brackets_and_the_euro_sign_take_two_places() {
        assertThat(SmsText.parts("€".repeat(80))).isEqualTo(1);
        assertThat(SmsText.parts("€".repeat(80) + "a")).isEqualTo(2);
    }

    @Test
    void one_dash_or_curly_quotation_mark_makes_a_message_seventy_characters_long() {
        assertThat(SmsText.parts("–" + "a".repeat(69))).isEqualTo(1);
        assertThat(SmsText.parts("–" + "a".repeat(70))).isEqualTo(2);
        assertThat(SmsText.parts("”" + "a".repeat(133))).isEqualTo(2);
        assertThat(SmsText.parts("”" + "a".repeat(134))).isEqualTo(3);
    }

    @Test
    void what_is_longer_than_three_messages_is_no_notice_by_telephone() {
        Recipient phone = Recipient.parse("070-174 06 05").orElseThrow();
        Instant until = Instant.parse("2026-11-17T12:00:00Z");
        assertThatThrownBy(() -> new Notice(TestCast.VELLINGE, phone, "Din kod", "a".repeat(460), until))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Notice(TestCast.VELLINGE, phone, "Din kod", "a".repeat(459), until)
                        .to()
                        .channel())
                .isEqualTo(Channel.SMS);
    }
}
