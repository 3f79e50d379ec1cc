package org.redress.sla.calendar;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A calendar version as clients see it.
 *
 * @param shipped whether it came with the system: every platform may use it, none may change it
 * @param calendar the calendar, in the form in which it is created
 */
@Schema(name = "Calendar", description = "A version of a calendar. It never changes; a change is a new version.")
record CalendarView(
        String id,
        int version,
        boolean shipped,
        Instant createdAt,
        String createdBy,

        @Schema(type = SchemaType.OBJECT) Map<String, Object> calendar) {}
