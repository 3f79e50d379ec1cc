package org.redress.intake.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its owner and the platform's staff see it. Personal data is masked.
 *
 * @param category what triage found, until then what was filed
 * @param filedCategory what was filed
 * @param severity null until triaged
 * @param queue where it is worked, null until triaged
 * @param tier which team has it, null until triaged
 * @param owner who is in charge (R24), null until triaged
 * @param liability who bears it as triage sees it (R22), empty until triaged
 * @param promises what was promised, with {@code dueAt} once the clock runs
 * @param source who brought it in, with the channel (R01)
 * @param salt what the hash of the description on the timeline was salted with (R13); null if filed before there were such hashes
 * @param duplicateOf the complainant's earlier complaint about the same order and issue (R06), null if there is none
 * @param missing what it lacks, in the answer to its filing alone; later to be asked for by itself
 */
@Schema(name = "Complaint")
public record ComplaintView(
        UUID id,
        String number,
        ComplaintStatus status,
        Instant filedAt,
        Instant updatedAt,
        String platform,
        String orderNo,
        @Nullable Category category,
        @Nullable Category filedCategory,
        @Nullable Severity severity,
        @Nullable String queue,
        @Nullable String tier,
        @Nullable String owner,
        List<String> liability,
        @Nullable Instant triagedAt,
        List<Promise> promises,
        String description,
        @Nullable String salt,
        @Nullable Instant occurredAt,
        List<DemandView> demands,
        @Nullable String amount,
        @Nullable String currency,
        Channel channel,
        Source source,
        @Nullable String merchantId,
        @Nullable String productId,
        @Nullable Instant goodsExpireAt,
        @Nullable String impact,
        ComplainantView complainant,
        @Nullable UUID duplicateOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MissingItem> missing) {

    /** The same with what it lacks. */
    public ComplaintView lacking(List<MissingItem> items) {
        return new ComplaintView(
                id,
                number,
                status,
                filedAt,
                updatedAt,
                platform,
                orderNo,
                category,
                filedCategory,
                severity,
                queue,
                tier,
                owner,
                liability,
                triagedAt,
                promises,
                description,
                salt,
                occurredAt,
                demands,
                amount,
                currency,
                channel,
                source,
                merchantId,
                productId,
                goodsExpireAt,
                impact,
                complainant,
                duplicateOf,
                items);
    }

    /** One thing asked for; {@code text} says what, where the type does not. */
    @Schema(name = "DemandView")
    public record DemandView(
            DemandType type,
            @Nullable String amount,
            @Nullable String currency,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String text) {}

    /** Who brought the complaint in. */
    @Schema(name = "Source")
    public record Source(String role, String subject) {}

    /** Who complains; names, phones and addresses masked. */
    @Schema(name = "ComplainantView")
    public record ComplainantView(
            String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}
}
