package org.redress.intake.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.content.Inspection;
import org.redress.intake.content.RefusalTexts;
import org.redress.intake.evidence.EvidenceLimitsView.AcceptedView;
import org.redress.service.http.RequestIds;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.Problem;

/** Refused uploads as problem+json, with the limit that was exceeded and what would pass. */
@Singleton
public class RefusedUploads {
    /** The texts of refusals and wrong fields. */
    static final String TEXTS = "org.redress.intake.evidence.refusals";

    private static final long KIB = 1024;

    private final ObjectMapper json;
    private final EvidenceLimits limits;
    private final EvidenceMetrics metrics;

    RefusedUploads(ObjectMapper json, EvidenceConfig config, EvidenceMetrics metrics) {
        this.json = json;
        this.limits = ConfiguredLimits.of(config);
        this.metrics = metrics;
    }

    /** The answer to a refused upload. */
    @ServerExceptionMapper
    public Response refused(RefusedUploadException refused, HttpHeaders headers) throws JsonProcessingException {
        metrics.refused(refused.why());
        Locale language = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        ResourceBundle texts = Languages.texts(TEXTS, language);
        String code = refused.why().wire();
        EvidenceKind kind = refused.kind();
        List<AcceptedView> accepted = kind == null ? List.of() : EvidenceLimitsView.accepted(limits, kind);
        String detail = detail(refused, accepted, texts, language);
        var problem = new UploadProblemView(
                "urn:redress:problem:" + code,
                texts.getString(code),
                refused.why().status(),
                detail,
                code,
                headers.getHeaderString(RequestIds.HEADER),
                errors(refused, detail),
                limit(refused),
                accepted);
        var answer = Response.status(refused.why().status())
                .type(Problem.MEDIA_TYPE)
                .entity(json.writeValueAsString(problem));
        Long seconds = retryAfter(refused);
        return (seconds == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, seconds)).build();
    }

    private static List<FieldError> errors(RefusedUploadException refused, String detail) {
        String code = refused.detailCode() == null ? refused.why().wire() : refused.detailCode();
        return refused.why().aboutFile() ? List.of(new FieldError("/file", code, detail)) : List.of();
    }

    private static String detail(
            RefusedUploadException refused, List<AcceptedView> accepted, ResourceBundle texts, Locale language) {
        String said = said(refused, texts, language);
        if (accepted.isEmpty()) {
            return said;
        }
        String passing = accepted.stream()
                .map(one -> one.mediaType() + " (" + bytes(one.maxBytes()) + ")")
                .collect(Collectors.joining(", "));
        return said + " " + format(texts.getString("accepted"), language, refused.kind(), passing);
    }

    private static String said(RefusedUploadException refused, ResourceBundle texts, Locale language) {
        if (!refused.values().isEmpty() && refused.values().get(0) instanceof Inspection.Refused inspected) {
            return format(texts.getString("sentence"), language, RefusalTexts.text(inspected, language));
        }
        String key = refused.why().wire()
                + (refused.why() == Refused.MALFORMED_UPLOAD ? "." + refused.detailCode() : ".detail");
        Object[] values = refused.values().stream()
                .map(value -> shown(refused.why(), value))
                .toArray();
        return format(texts.getString(key), language, values);
    }

    private static Object shown(Refused why, Object value) {
        if (value instanceof Duration duration) {
            return Math.max(1, duration.toMinutes()) % 60 == 0
                    ? duration.toHours() + " h"
                    : duration.toMinutes() + " min";
        }
        boolean bytes = why == Refused.FILE_TOO_LARGE
                || why == Refused.COMPLAINT_BYTES_USED_UP
                || why == Refused.PERSON_BYTES_USED_UP;
        return bytes && value instanceof Long size ? bytes(size) : String.valueOf(value);
    }

    private static @Nullable Long limit(RefusedUploadException refused) {
        return !refused.values().isEmpty() && refused.values().get(0) instanceof Number number
                ? Long.valueOf(number.longValue())
                : null;
    }

    private static @Nullable Long retryAfter(RefusedUploadException refused) {
        Duration after = refused.retryAfter();
        if (after != null) {
            return Math.max(1, after.toSeconds() + 1);
        }
        return switch (refused.why()) {
            case STORE_FULL -> 60L;
            case STORE_UNAVAILABLE, TOO_BUSY, TOO_MANY_AT_ONCE -> 5L;
            default -> null;
        };
    }

    private static String bytes(long size) {
        if (size >= KIB * KIB) {
            return size / (KIB * KIB) + " MiB";
        }
        return size >= KIB ? size / KIB + " KiB" : size + " B";
    }

    private static String format(String pattern, Locale language, @Nullable Object... values) {
        return new MessageFormat(pattern, language).format(values);
    }
}
