package org.redress.intake.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static String sample(long seed) {
        return CaseNumber.next("QH", DAY, new Random(seed));
    }

    @Test
    void saysPlatformAndDate() {
        assertThat(sample(1)).matches("QH-20261122-[0-9A-HJKMNP-TV-Z]{11}");
    }

    @Test
    void isSoundAsItWasGiven() {
        for (long seed = 0; seed < 1000; seed++) {
            assertThat(CaseNumber.isSound(sample(seed))).isTrue();
        }
    }

    @Test
    void everyWrongCharacterIsNoticed() {
        String number = sample(7);
        for (int place = "QH-20261122-".length(); place < number.length(); place++) {
            for (int i = 0; i < ALPHABET.length(); i++) {
                String misheard = number.substring(0, place) + ALPHABET.charAt(i) + number.substring(place + 1);
                assertThat(CaseNumber.isSound(misheard)).as(misheard).isEqualTo(misheard.equals(number));
            }
        }
    }

    @Test
    void aSwapOfNeighboursIsNoticed() {
        for (long seed = 0; seed < 200; seed++) {
            String number = sample(seed);
            for (int place = "QH-20261122-".length(); place < number.length() - 1; place++) {
                char first = number.charAt(place);
                char second = number.charAt(place + 1);
                String swapped = number.substring(0, place) + second + first + number.substring(place + 2);
                boolean blindSpot = Set.of('0', 'Z').equals(Set.of(first, second == first ? '?' : second));
                assertThat(CaseNumber.isSound(swapped)).as(swapped).isEqualTo(first == second || blindSpot);
            }
        }
    }

    @Test
    void noTwoAreTheSame() {
        Random random = new Random(3);
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            assertThat(numbers.add(CaseNumber.next("QH", DAY, random))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QH", "QH-20261122-", "QH-20261122-IIIIIIIIIII", "QH-2026112-00000000000", "a-b-c-d"})
    void whatIsNoNumberIsNotSound(String text) {
        assertThat(CaseNumber.isSound(text)).isFalse();
    }
}
