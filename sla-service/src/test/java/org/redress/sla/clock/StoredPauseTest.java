package org.redress.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredPauseTest {
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void a_clock_that_never_paused_stands_until_no_time() {
        assertThat(StoredPause.until(List.of())).isNull();
    }

    @Test
    void the_pause_that_ends_last_says_until_when() {
        assertThat(StoredPause.until(List.of(to(TEN), to(NINE)))).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void a_pause_without_an_end_is_endless_whatever_others_say() {
        assertThat(StoredPause.until(List.of(to(null), to(TEN)))).isEqualTo("infinity");
    }

    private static StoredPause to(@Nullable Instant end) {
        return new StoredPause(NINE.minusSeconds(60), end, "WAITING_COMPLAINANT", null);
    }
}
