package org.redress.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.deadline.calendar.Calendar;
import org.redress.service.calendar.PublishedDates;
import org.redress.service.calendar.StatutoryDays;

/** The shipped calendar beside the State Council's notices, which are a readable resource of this test, day by day. */
class PublishedDatesTest {
    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void everyDayOfAPublishedYearIsWorkedOrNotAsTheNoticeSays(int year) throws IOException {
        Map<LocalDate, Boolean> published = new HashMap<>();
        notices().stream().flatMap(PublishedDates.Notice::days).forEach(day -> published.put(day.date(), day.worked()));
        LocalDate first = LocalDate.of(year, 1, 1);

        assertThat(first.datesUntil(first.plusYears(1)))
                .allSatisfy(date -> assertThat(ShippedCalendarsAccess.shipped("cn-office")
                                .day(date)
                                .works())
                        .as("%s", date)
                        .isEqualTo(
                                published.getOrDefault(date, date.getDayOfWeek().getValue() <= 5)));
    }

    @Test
    void aNoticeExtendsTheCalendarByItsYearWithoutANewBuild() throws IOException {
        int next = StatutoryDays.known().years().stream().max(Integer::compare).orElseThrow() + 1;
        LocalDate newYear = LocalDate.of(next, 1, 1);
        LocalDate worked = newYear.plusDays(7).with(DayOfWeek.SUNDAY);

        Calendar office = ShippedCalendars.with(
                        StatutoryDays.known().with(read("""
                        {"years": [{"year": %d, "notice": "n", "rest": [{"from": "%s", "to": "%s", "name": "元旦"}],
                          "worked": [{"date": "%s", "name": "元旦"}]}]}""".formatted(next, newYear, newYear.plusDays(2), worked))))
                .get(1);

        assertThat(office.lacksStatutoryDatesOf(next)).isFalse();
        assertThat(office.day(newYear.plusDays(2)).works()).isFalse();
        assertThat(office.day(worked).works()).isTrue();
        assertThat(office.day(LocalDate.of(2026, 10, 1)).works()).isFalse();
    }

    @Test
    void aNoticeAboutAKnownYearTakesItsPlaceAltogether() throws IOException {
        StatutoryDays corrected = StatutoryDays.known().with(read("""
                {"years": [{"year": 2026, "notice": "n", "worked": [],
                  "rest": [{"from": "2026-10-02", "to": "2026-10-02", "name": "国庆节"}]}]}"""));

        assertThat(corrected.days().stream().filter(day -> day.date().getYear() == 2026))
                .extracting(day -> day.date().toString())
                .containsExactly("2026-10-02");
        assertThat(corrected.days()).anySatisfy(day -> assertThat(day.date()).isEqualTo("2025-10-01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | no years",
                "{'years': [{'year': 2027, 'notice': 'n', 'rest': [], 'worked': []}]} | no dates",
                "{'years': [{'year': 2027, 'notice': 'n', 'rest': [{'from': '2027-02-30', 'to': '2027-03-01', 'name': 'x'}], 'worked': []}]} | no such date",
                "{'years': [{'year': 2027, 'notice': 'n', 'rest': [{'from': '2027-03-02', 'to': '2027-03-01', 'name': 'x'}], 'worked': []}]} | backwards",
                "{'years': [{'year': 2027, 'notice': 'n', 'rest': [{'from': '2027-01-01', 'to': '2127-03-01', 'name': 'x'}], 'worked': []}]} | endless",
                "{'years': [{'year': 2027, 'notice': 'n', 'rest': [{'from': '2029-01-01', 'to': '2029-01-01', 'name': 'x'}], 'worked': []}]} | another year",
                "{'years': [{'year': 2027, 'notice': 'n', 'rest': [{'from': '2027-01-01', 'to': '2027-01-01', 'name': 'x'}], 'worked': [{'date': '2027-01-01', 'name': 'x'}]}]} | both",
                "{'years': [{'year': 2027, 'notice': 'n', 'rest': [{'from': '2027-01-01', 'to': '2027-01-01', 'name': 'x'}]}]} | no worked days"
            })
    void aFileThatIsWrongIsRefusedAsAWhole(String text, String why) {
        assertThatThrownBy(() -> read(text.replace('\'', '"'))).as(why).isInstanceOf(IOException.class);
    }

    private static List<PublishedDates.Notice> notices() throws IOException {
        try (var file = PublishedDatesTest.class.getResourceAsStream("published-dates.json")) {
            return PublishedDates.read(file);
        }
    }

    private static List<PublishedDates.Notice> read(String text) throws IOException {
        return PublishedDates.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
