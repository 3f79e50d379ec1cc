package org.redress.intake.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.evidence.EvidenceLimitsView.AcceptedView;
import org.redress.service.problem.FieldError;

/**
 * A refused upload: a problem that says which limit was exceeded and what would pass (R08).
 *
 * @param code why, e.g. {@code file-too-large}
 * @param limit the limit that was exceeded, in files or bytes, if it was one
 * @param accepted what would pass as this kind of evidence, if it is about the file
 */
@Schema(name = "UploadProblem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UploadProblemView(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        @Nullable String instance,
        List<FieldError> errors,
        @Nullable Long limit,
        List<AcceptedView> accepted) {}
