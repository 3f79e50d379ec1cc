package org.redress.deadline.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.document.CalendarDocument;
import org.redress.deadline.document.EventDocument;
import org.redress.deadline.document.Parsed;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.document.Problem;

/** Whatever a document says, it is either read or refused with pointers to places that it has or lacks; nothing is thrown. */
class DocumentPropertiesTest {
    private static final List<@Nullable Object> JUNK = Arrays.asList(
            null,
            "",
            " ",
            "\u0000",
            "ALWAYS",
            "P7D",
            "PT48H",
            "-PT1H",
            "2026-02-29",
            "9999999999",
            "1E+2147483647",
            "+PT99999999999999H",
            "P2147483648D",
            "+999999999-12-31",
            "24:00-00:00",
            "x".repeat(10_000),
            7,
            -1L,
            Long.MAX_VALUE,
            1.5,
            Double.NaN,
            new BigDecimal("1E+1000000"),
            true,
            List.of(),
            List.of(List.of(List.of())),
            Map.of(),
            Map.of("", Map.of("~/", "x")));

    private static Map<String, Object> policy() {
        Map<String, Object> level = Map.of("at", "80%", "kind", "WARNING", "to", "OWNER");
        Map<String, Object> rule = Map.of(
                "metric", "RESOLUTION",
                "when", Map.of("severity", List.of("NORMAL"), "amountAtLeast", "10.00"),
                "target", "P7D",
                "unit", "WORKING_DAYS",
                "dayEnd", "CLOSE",
                "pauseOn", List.of("WAITING_MERCHANT"),
                "pauseCap", "PT72H",
                "levels", List.of(level));
        return Map.of("platform", "huijin", "version", 1, "calendar", "cn-office", "clocks", List.of(rule));
    }

    private static List<Object> events() {
        return List.of(
                Map.of("type", "ComplaintFiled", "at", "2026-09-30T20:00:00+08:00"),
                Map.of("type", "ComplaintTriaged", "at", "2026-09-30T20:00:00+08:00", "severity", "URGENT"),
                Map.of("type", "RemedyOrdered", "at", "2026-10-09T10:00:00+08:00", "remedyId", "r-1", "sequence", 4));
    }

    @Test
    void noPolicyCalendarOrEventThatIsSpoiltAtRandomPlacesThrows() {
        Seeds.forAll("spoilt documents", random -> {
            check(PolicyDocument.read(spoilt(policy(), random), id -> Optional.of(Calendars.cnOffice())));
            check(CalendarDocument.read(spoilt(CalendarDocument.write(Calendars.cnOffice()), random)));
            check(EventDocument.readList(spoilt(events(), random), "/events"));
            return true;
        });
    }

    private static void check(Parsed<?> parsed) {
        boolean accepted = parsed.fold(value -> true, problems -> false);
        assertThat(parsed.problems().isEmpty()).isEqualTo(accepted);
        for (Problem problem : parsed.problems()) {
            assertThat(problem.pointer()).matches("(/([^~/]|~[01])*)*");
            assertThat(problem.message()).isNotBlank();
        }
    }

    private static @Nullable Object spoilt(@Nullable Object document, Random random) {
        if (random.nextInt(6) == 0) {
            return JUNK.get(random.nextInt(JUNK.size()));
        }
        if (document instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
            List<Object> keys = new ArrayList<>(map.keySet());
            Object key = keys.get(random.nextInt(keys.size()));
            copy.put(random.nextInt(20) == 0 ? "more" : key, spoilt(map.get(key), random));
            return copy;
        }
        if (document instanceof List<?> list && !list.isEmpty()) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int index = random.nextInt(list.size());
            copy.set(index, spoilt(list.get(index), random));
            return copy;
        }
        return JUNK.get(random.nextInt(JUNK.size()));
    }
}
