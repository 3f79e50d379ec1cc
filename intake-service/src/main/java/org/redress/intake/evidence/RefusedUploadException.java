package org.redress.intake.evidence;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.content.Inspection;
import org.redress.intake.content.RefusalReason;

/** An upload is refused; the running transaction is rolled back, no row is left. */
public final class RefusedUploadException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Refused why;
    private final @Nullable String detailCode;
    private final @Nullable EvidenceKind kind;
    private final transient List<Object> values;
    private final @Nullable Duration retryAfter;

    private RefusedUploadException(
            Refused why,
            @Nullable String detailCode,
            @Nullable EvidenceKind kind,
            List<Object> values,
            @Nullable Duration retryAfter) {
        super(why.wire());
        this.why = why;
        this.detailCode = detailCode;
        this.kind = kind;
        this.values = List.copyOf(values);
        this.retryAfter = retryAfter;
    }

    /**
     * A refusal.
     *
     * @param values what its text is filled with
     */
    static RefusedUploadException of(Refused why, Object... values) {
        return new RefusedUploadException(why, null, null, List.of(values), null);
    }

    /** A refusal of a file of that kind: what would pass depends on the kind. */
    static RefusedUploadException of(Refused why, EvidenceKind kind, Object... values) {
        return new RefusedUploadException(why, null, kind, List.of(values), null);
    }

    /** A refusal that time mends. */
    static RefusedUploadException until(Refused why, Duration retryAfter, Object... values) {
        return new RefusedUploadException(why, null, null, List.of(values), retryAfter);
    }

    /** A file whose content is not accepted. */
    static RefusedUploadException content(Inspection.Refused inspected, EvidenceKind kind) {
        Refused why =
                inspected.reason() == RefusalReason.TYPE ? Refused.TYPE_NOT_ACCEPTED : Refused.CONTENT_NOT_ACCEPTED;
        return new RefusedUploadException(why, inspected.reason().code(), kind, List.of(inspected), null);
    }

    /**
     * A body that is not the form that is asked for.
     *
     * @param detailCode what is wrong with it, a stable code
     */
    static RefusedUploadException malformed(String detailCode) {
        return new RefusedUploadException(Refused.MALFORMED_UPLOAD, detailCode, null, List.of(), null);
    }

    Refused why() {
        return why;
    }

    /** What is wrong with the form or the content, where that is the reason. */
    @Nullable
    String detailCode() {
        return detailCode;
    }

    /** The kind of evidence it was sent as, where that matters. */
    @Nullable
    EvidenceKind kind() {
        return kind;
    }

    List<Object> values() {
        return values;
    }

    /** After how long it would be accepted; null if time alone does not mend it. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
