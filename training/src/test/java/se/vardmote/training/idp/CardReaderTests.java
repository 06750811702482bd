package se.vardmote.training.idp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import se.vardmote.training.cast.Cast;
import se.vardmote.training.cast.CastMember;

class CardReaderTests {

    private final CastMember noor = Cast.member("noor-sandgren").orElseThrow();
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final CardReader reader = new CardReader(clock);

    @Test
    void a_card_that_was_just_put_in_is_found_once() {
        String token = reader.insert(noor).getValue();
        assertThat(reader.draw(token)).contains(new Holder.Card(noor));
        assertThat(reader.draw(token)).isEmpty();
    }

    @Test
    void after_a_minute_the_card_is_no_longer_there() {
        String token = reader.insert(noor).getValue();
        now = now.plus(CardReader.TIME_IN_READER);
        assertThat(reader.draw(token)).isEmpty();
    }

    @Test
    void a_made_up_token_finds_no_card() {
        reader.insert(noor);
        assertThat(reader.draw("made-up")).isEmpty();
    }
}
