package org.redress.deadline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.deadline.Calendars;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.OpenInterval;

/** Calendars as documents. */
class CalendarDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theCalendarOfTheSemanticsPageIsRead() throws IOException {
        Object document = JSON.readValue("""
                {"id": "cn-office", "zone": "Asia/Shanghai",
                 "week": {"MON": ["09:00-12:00", "13:30-18:00"], "TUE": ["09:00-12:00", "13:30-18:00"],
                          "WED": ["09:00-12:00", "13:30-18:00"], "THU": ["09:00-12:00", "13:30-18:00"],
                          "FRI": ["09:00-12:00", "13:30-18:00"]},
                 "holidays": [{"date": "2026-10-01", "name": "国庆节"}],
                 "workdays": [{"date": "2026-10-10", "name": "国庆节调休"}]}
                """, Object.class);

        Calendar calendar = CalendarDocument.read(document).orElseThrow();

        assertThat(calendar.day(LocalDate.of(2026, 10, 1)).label()).isEqualTo("国庆节");
        assertThat(calendar.day(LocalDate.of(2026, 10, 10)).hours())
                .isEqualTo(List.of(OpenInterval.parse("09:00-12:00"), OpenInterval.parse("13:30-18:00")));
    }

    @Test
    void everyPartOfACalendarSurvivesWritingAndReading() {
        for (Calendar calendar : List.of(Calendars.cnOffice(), Calendars.cnAlwaysOpen())) {
            assertThat(CalendarDocument.read(CalendarDocument.write(calendar)).orElseThrow())
                    .isEqualTo(calendar);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id': 'Big', 'zone': 'UTC', 'week': {}}                                                  | /id              | value",
                "{'id': 'a', 'zone': 'Mars/Base', 'week': {}}                                              | /zone            | value",
                "{'id': 'a', 'zone': 'UTC'}                                                                | /week            | required",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MONDAY': []}}                                        | /week/MONDAY     | unknown",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['9-12']}}                                     | /week/MON/0      | value",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['12:00-09:00']}}                              | /week/MON/0      | value",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['09:00-24:01']}}                              | /week/MON/0      | value",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['09:00-12:00', '11:00-13:00']}}               | /week/MON/1      | conflict",
                "{'id': 'a', 'zone': 'UTC', 'week': {}, 'holidays': [{'date': '2026-02-30', 'name': 'x'}]} | /holidays/0/date | value",
                "{'id': 'a', 'zone': 'UTC', 'week': {}, 'holidays': [{'date': '2026-02-03'}]}              | /holidays/0/name | required",
                "{'id': 'a', 'zone': 'UTC', 'week': {}, 'holidays': [{'date': '2026-02-03', 'name': 'x'}, {'date': '2026-02-03', 'name': 'y'}]} | /holidays/1/date | duplicate",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['09:00-12:00']}, 'holidays': [{'date': '2026-02-03', 'name': 'x'}], 'workdays': [{'date': '2026-02-03', 'name': 'y'}]} | /workdays/0/date | duplicate",
                "{'id': 'a', 'zone': 'UTC', 'week': {}, 'workdays': [{'date': '2026-02-03', 'name': 'y'}]}  | /workdays/0      | required",
                "{'id': 'a', 'zone': 'UTC', 'week': {}, 'alwaysOpen': 'yes'}                               | /alwaysOpen      | type",
                "{'id': 'a', 'zone': 'UTC', 'week': {}, 'statutoryYears': [1492]}                          | /statutoryYears/0 | range"
            })
    void aWrongCalendarIsRefusedAtTheWrongPlace(String document, String pointer, String code) throws IOException {
        Object decoded = JSON.readValue(document.replace('\'', '"'), Object.class);

        assertThat(CalendarDocument.read(decoded).problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple(pointer, code));
    }
}
