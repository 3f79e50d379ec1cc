package org.redress.intake.platform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule that decisions rest on (R25), published so that everybody can read what a decision's basis says.
 *
 * @param code stable name, e.g. {@code DELIVERY_OR_REFUND}
 * @param texts the rule for people
 * @param source where it comes from: a law and its article, or the platform's terms; null for its own
 */
@Schema(name = "DecisionRule")
public record DecisionRule(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") String code,
        @NotNull @BothLanguages Map<String, String> texts,
        @Nullable @Size(max = 200) String source) {}
