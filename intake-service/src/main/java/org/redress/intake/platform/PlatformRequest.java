package org.redress.intake.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.platform.PlatformProfile.Appeal;
import org.redress.intake.platform.PlatformProfile.ChannelOffer;
import org.redress.intake.platform.PlatformProfile.DelayCompensation;
import org.redress.intake.platform.PlatformProfile.MoneyLine;
import org.redress.intake.platform.PlatformProfile.ProductPromise;
import org.redress.intake.platform.PlatformProfile.Urging;

/**
 * A new platform, as an admin registers it. Only {@code id} and {@code names} are needed; the rest has the defaults of
 * the requirements: number prefix from the id, {@code Asia/Shanghai}, {@code CNY}, two escalations (R32), urging once in
 * 24 h (R40), two rounds of material (R14). Nothing is settled by rule unless it says so.
 */
@Schema(name = "NewPlatform")
public record PlatformRequest(
        @NotNull @Pattern(regexp = "[a-z0-9-]{2,32}") String id,
        @NotNull @BothLanguages Map<String, String> names,
        @Nullable @Pattern(regexp = "[A-Z0-9]{1,8}") String numberPrefix,
        @Nullable @Size(max = 64) String zone,
        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
        @Nullable @Size(max = 16) List<@NotNull @Valid ChannelOffer> channels,
        @Nullable @Size(max = 16) List<@NotNull @Valid MoneyLine> moneyLines,
        @Nullable @Valid Appeal appeal,
        @Nullable @Valid Urging urging,
        @Nullable @Min(0) @Max(3) Integer escalationLimit,
        @Nullable @Size(max = 16) List<@NotNull @Valid ExternalBody> externalBodies,
        @Nullable @Size(max = 16) List<@NotNull @Valid ProductPromise> productPromises,
        @Nullable @Valid DelayCompensation delayCompensation,
        @Nullable @Size(max = 11) List<@NotNull EvidenceKind> holds,
        @Nullable @Size(max = 40) List<@NotNull @Valid Need> needs,
        @Nullable @Valid MaterialsRule materials,
        @Nullable @Valid FastLaneRule fastLane,
        @Nullable @Size(max = 64) List<@NotNull @Valid DecisionRule> rules,
        @Nullable @Min(0) @Max(9) Integer reopenings) {

    private static final int LONGEST_PREFIX = 8;

    /** The profile that this makes, with what it leaves out taken from the template. */
    PlatformProfile profile(PlatformProfile template) {
        return new PlatformProfile(
                id,
                names,
                numberPrefix == null ? prefixOf(id) : numberPrefix,
                orElse(zone, template.zone()),
                orElse(currency, template.currency()),
                orElse(channels, template.channels()),
                orElse(moneyLines, template.moneyLines()),
                orElse(appeal, template.appeal()),
                orElse(urging, template.urging()),
                orElse(escalationLimit, template.escalationLimit()),
                orElse(externalBodies, template.externalBodies()),
                orElse(productPromises, template.productPromises()),
                delayCompensation,
                orElse(holds, template.holds()),
                orElse(needs, template.needs()),
                orElse(materials, template.materials()),
                fastLane,
                orElse(rules, template.rules()),
                orElse(reopenings, template.reopenings()));
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static String prefixOf(String id) {
        String letters = id.replace("-", "").toUpperCase(Locale.ROOT);
        return letters.isEmpty() ? "P" : letters.substring(0, Math.min(LONGEST_PREFIX, letters.length()));
    }
}
