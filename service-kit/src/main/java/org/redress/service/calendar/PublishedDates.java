package org.redress.service.calendar;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Statutory dates as the State Council publishes them, a year a notice: data that extends the library's years or puts them
 * right without a new build. A file holds an object like {@code {"years": [{"year": 2027, "notice": "国办发明电〔2026〕…号",
 * "rest": [{"from": "2027-01-01", "to": "2027-01-03", "name": "元旦"}], "worked": [{"date": "2027-01-04", "name": "元旦"}]}]}}.
 */
public final class PublishedDates {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private static final int LONGEST_REST = 31;

    private PublishedDates() {}

    /** All notices of a file. */
    record Notices(List<Notice> years) {}

    /** What is published for one year; days just before or after it may be among its dates. */
    public record Notice(int year, String notice, List<Rest> rest, List<Worked> worked) {
        /** Its dates, each once. */
        public Stream<StatutoryDays.Day> days() {
            return Stream.concat(
                    rest.stream().flatMap(Rest::days),
                    worked.stream().map(day -> new StatutoryDays.Day(day.date(), day.name(), true)));
        }
    }

    /** Days off, both ends included. */
    public record Rest(LocalDate from, LocalDate to, String name) {
        Stream<StatutoryDays.Day> days() {
            return from.datesUntil(to.plusDays(1)).map(date -> new StatutoryDays.Day(date, name, false));
        }
    }

    /** A weekend day that is worked. */
    public record Worked(LocalDate date, String name) {}

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, or does not say what it should: the message tells
     */
    public static List<Notice> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /**
     * Reads what a file holds.
     *
     * @throws IOException as above
     */
    public static List<Notice> read(InputStream in) throws IOException {
        List<Notice> notices = JSON.readValue(in, Notices.class).years();
        Set<Integer> years = new HashSet<>();
        Set<LocalDate> dates = new HashSet<>();
        for (Notice notice : notices) {
            for (Rest rest : notice.rest()) {
                long days = ChronoUnit.DAYS.between(rest.from(), rest.to()) + 1;
                check(days >= 1 && days <= LONGEST_REST, rest.from() + " to " + rest.to() + " is no rest of days");
            }
            List<StatutoryDays.Day> days = new ArrayList<>(notice.days().toList());
            check(years.add(notice.year()), "the year " + notice.year() + " twice");
            check(!days.isEmpty(), "no dates of " + notice.year());
            for (StatutoryDays.Day day : days) {
                check(Math.abs(day.date().getYear() - notice.year()) <= 1, day.date() + " is not of " + notice.year());
                check(dates.add(day.date()), "the date " + day.date() + " twice");
            }
        }
        return notices;
    }

    private static void check(boolean right, String otherwise) throws IOException {
        if (!right) {
            throw new IOException("published dates: " + otherwise);
        }
    }
}
