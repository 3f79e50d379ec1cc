package org.redress.intake.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.intake.complaint.Category;

/**
 * By which rule a micro-claim is settled without anybody's effort (R55).
 *
 * @param rule its stable name, the basis of the decision
 * @param upTo the highest claim, a decimal string
 * @param currency its ISO 4217 code
 * @param categories which complaints
 * @param situations of the order as the platform holds it
 * @param within by when the refund is carried out
 * @param perPersonPer30Days how many claims of one person are settled so
 * @param texts the reasons of the decision, for people
 */
@Schema(name = "FastLaneRule")
public record FastLaneRule(
        @NotBlank @Size(max = 64) String rule,
        @NotNull @Pattern(regexp = PlatformProfile.DECIMAL) String upTo,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull @Size(min = 1, max = 8) List<@NotNull Category> categories,
        @NotNull @Size(min = 1, max = 4) List<@NotNull Situation> situations,
        @NotNull @Pattern(regexp = Period.FORM) @Range String within,
        @Min(1) @Max(100) int perPersonPer30Days,
        @NotNull @BothLanguages Map<String, String> texts) {

    /** What must be the matter with the order. */
    @Schema(name = "FastLaneSituation")
    public enum Situation {
        /** Paid, and neither delivered nor refunded. */
        PAID_NOT_DELIVERED
    }

    /** Whether a claim is small enough. */
    public boolean covers(BigDecimal amount, String code) {
        return currency.equals(code) && amount.compareTo(new BigDecimal(upTo)) <= 0;
    }
}
