package org.redress.intake.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.lifecycle.OutsideBody;
import org.redress.intake.platform.ExternalBody;

/**
 * A body outside that a complainant can turn to (R32, R34).
 *
 * @param code by which it is referred to
 * @param names what it is called, by language
 * @param note for which cases it is, in words
 * @param open whether it is open for this case now
 * @param closedBecause why it is not
 * @param categories for which complaints it is; empty for all
 * @param above for amounts above this one
 */
@Schema(name = "ExternalRoute")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteView(
        String code,
        Map<String, String> names,
        @Nullable Map<String, String> note,
        boolean open,
        OutsideBody.@Nullable Closed closedBecause,
        ExternalBody.Opens from,
        List<Category> categories,
        @Nullable String above,
        @Nullable String link,
        @Nullable String phone) {
    static RouteView of(ExternalBody body, OutsideBody.@Nullable Closed closed) {
        return new RouteView(
                body.code(),
                body.names(),
                body.note(),
                closed == null,
                closed,
                body.from(),
                body.categories(),
                body.above(),
                body.link(),
                body.phone());
    }
}
