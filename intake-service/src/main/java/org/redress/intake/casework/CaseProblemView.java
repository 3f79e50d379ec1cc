package org.redress.intake.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.lifecycle.Refusal;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Problem;

/**
 * A refused command: a problem with the case as it stands.
 *
 * @param code why, e.g. {@code appeal-window-over}; {@code invalid} if fields are wrong, then {@code errors} says why
 * @param current where the case stands now
 * @param notBefore from when on the command would be accepted, if time alone mends it
 */
@Schema(name = "CaseProblem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CaseProblemView(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        @Nullable String instance,
        List<FieldError> errors,
        CurrentView current,
        @Nullable Instant notBefore) {

    /**
     * Where a case stands.
     *
     * @param version the complaint's ETag without quotes
     */
    @Schema(name = "CurrentState")
    public record CurrentView(ComplaintStatus status, String version) {}

    static CaseProblemView of(Problem problem, RefusedCommandException refused) {
        Refusal why = refused.why();
        boolean field = why.kind() == Refusal.Kind.FIELD;
        String code = field ? problem.code() : why.wire();
        return new CaseProblemView(
                "urn:redress:problem:" + code,
                problem.title(),
                problem.status(),
                problem.detail(),
                code,
                problem.instance(),
                problem.errors(),
                new CurrentView(refused.status(), refused.tag()),
                refused.until());
    }
}
