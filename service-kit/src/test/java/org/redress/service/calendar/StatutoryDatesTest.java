package org.redress.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatutoryDatesTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatIsMadeOfTheDatesIsMadeOnceWhileTheyAreTheSame(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("dates.json"), notice("2027-01-01"));
        Supplier<StatutoryDays> derived = derived(file);

        StatutoryDays first = derived.get();
        // Written again, and nothing else in it: the dates are the same.
        Files.writeString(file, notice("2027-01-01") + " ");

        assertThat(derived.get()).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void whatIsMadeOfTheDatesIsMadeAnewWhenTheyHaveBecomeOthers(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("dates.json"), notice("2027-01-01"));
        Supplier<StatutoryDays> derived = derived(file);
        assertThat(restsOn(derived.get(), "2027-01-01")).isTrue();

        Files.writeString(file, notice("2027-01-04"));

        assertThat(restsOn(derived.get(), "2027-01-01")).isFalse();
        assertThat(restsOn(derived.get(), "2027-01-04")).isTrue();
        assertThat(made).hasValue(2);
    }

    @Test
    void aFileThatBecomesUnreadableChangesNothing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("dates.json"), notice("2027-01-01"));
        Supplier<StatutoryDays> derived = derived(file);
        StatutoryDays first = derived.get();

        Files.writeString(file, "{");

        assertThat(derived.get()).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    /** Reads the file whenever it is asked. */
    private Supplier<StatutoryDays> derived(Path file) {
        return new StatutoryDates(Optional.of(file), Duration.ofNanos(-1)).derived(days -> {
            made.incrementAndGet();
            return days;
        });
    }

    private static boolean restsOn(StatutoryDays days, String date) {
        return days.days().stream().anyMatch(day -> day.date().equals(LocalDate.parse(date)) && !day.worked());
    }

    private static String notice(String date) {
        return """
                {"years": [{"year": 2027, "notice": "n", "rest": [{"from": "%1$s", "to": "%1$s", "name": "x"}],
                  "worked": []}]}""".formatted(date);
    }
}
