package org.redress.intake.evidence;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.contract.intake.EvidenceKind;

/**
 * What may be uploaded (R08).
 *
 * @param kinds what each kind of evidence comes as
 * @param perComplaint how much each side (complainant and partner; merchant; platform; agents and supervisors) may add to one
 *     complaint, versions counted
 * @param perPerson how much one complainant or merchant adds in a period
 */
@Schema(name = "EvidenceLimits")
public record EvidenceLimitsView(List<KindView> kinds, AmountView perComplaint, PeriodAmountView perPerson) {
    /** What a kind of evidence comes as. */
    @Schema(name = "EvidenceKindLimits")
    public record KindView(EvidenceKind kind, List<AcceptedView> accepted) {}

    /**
     * A type of file that is accepted.
     *
     * @param mediaType by the file's content; its name plays no part
     * @param maxBytes the largest one
     */
    @Schema(name = "EvidenceAccepted")
    public record AcceptedView(String mediaType, long maxBytes) {}

    /** Some files with some bytes in all. */
    @Schema(name = "EvidenceAmount")
    public record AmountView(long maxFiles, long maxBytes) {}

    /** Some files with some bytes in all, within a period that ends now. */
    @Schema(name = "EvidencePeriodAmount")
    public record PeriodAmountView(long maxFiles, long maxBytes, Duration period) {}

    static EvidenceLimitsView of(EvidenceLimits limits) {
        return new EvidenceLimitsView(
                Arrays.stream(EvidenceKind.values())
                        .map(kind -> new KindView(kind, accepted(limits, kind)))
                        .toList(),
                new AmountView(
                        limits.perComplaint().files(), limits.perComplaint().bytes()),
                new PeriodAmountView(
                        limits.perPerson().files(), limits.perPerson().bytes(), limits.period()));
    }

    /** What would pass as that kind. */
    static List<AcceptedView> accepted(EvidenceLimits limits, EvidenceKind kind) {
        return EvidenceLimits.types(kind).stream()
                .map(type -> new AcceptedView(type.mediaType(), limits.max(type.family())))
                .toList();
    }
}
