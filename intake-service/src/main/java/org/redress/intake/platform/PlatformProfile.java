package org.redress.intake.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.Channel;

/**
 * What a selling platform is called, offers and has bound itself to. Public: it holds nothing that a complainant may
 * not read. Texts are keyed by language tag and exist in {@code zh-CN} and {@code en}. Durations are ISO-8601, of whole
 * days, hours or minutes, from {@code PT1M} to {@code P365D}.
 *
 * @param id 2 to 32 of {@code a-z0-9-}; the tenant of the tokens
 * @param names what the platform is called
 * @param numberPrefix the first part of its complaints' numbers
 * @param zone the IANA zone whose date goes into numbers
 * @param currency the ISO 4217 code of its money lines
 * @param channels the ways in that it offers (R01)
 * @param moneyLines amounts at which something changes, lowest first
 * @param appeal how a decision is appealed
 * @param urging how a case is urged (R40)
 * @param escalationLimit how many escalations a complainant has (R32)
 * @param externalBodies who can be turned to outside (R34)
 * @param productPromises what it promises about its goods
 * @param delayCompensation what a complainant gets for a delay, if anything
 * @param holds what the platform itself holds of an order, and users are not asked for (R11)
 * @param needs what its complaints need, the most useful first (R03)
 * @param materials how material is asked for (R14)
 * @param fastLane by which rule micro-claims are settled, null for none (R55)
 * @param rules what decisions rest on (R25), beside promises and money lines
 * @param reopenings how often a complainant may have a closed case reopened
 */
@Schema(description = "What a selling platform is called, offers and has bound itself to.")
public record PlatformProfile(
        String id,
        Map<String, String> names,
        String numberPrefix,
        String zone,
        String currency,
        List<ChannelOffer> channels,
        List<MoneyLine> moneyLines,
        Appeal appeal,
        Urging urging,
        int escalationLimit,
        List<ExternalBody> externalBodies,
        List<ProductPromise> productPromises,
        @Nullable DelayCompensation delayCompensation,
        List<EvidenceKind> holds,
        List<Need> needs,
        MaterialsRule materials,
        @Nullable FastLaneRule fastLane,
        List<DecisionRule> rules,
        Integer reopenings) {
    private static final int USUAL_REOPENINGS = 2;
    private static final MaterialsRule USUAL_MATERIALS = new MaterialsRule(2, "PT72H");

    /** Profiles that were kept before these were known have the usual ones. */
    @SuppressWarnings("NullAway") // what a document does not hold arrives as null
    public PlatformProfile {
        holds = holds == null ? List.of() : List.copyOf(holds);
        needs = needs == null ? List.of() : List.copyOf(needs);
        materials = materials == null ? USUAL_MATERIALS : materials;
        rules = rules == null ? List.of() : List.copyOf(rules);
        reopenings = reopenings == null ? USUAL_REOPENINGS : reopenings;
    }

    /** Everything published that a decision may name as its basis, by code; empty where the platform publishes no rules. */
    public Set<String> basis() {
        if (rules.isEmpty()) {
            return Set.of();
        }
        Stream<String> settling = Stream.ofNullable(fastLane).map(FastLaneRule::rule);
        return Stream.of(
                        rules.stream().map(DecisionRule::code),
                        productPromises.stream().map(ProductPromise::code),
                        moneyLines.stream().map(MoneyLine::code),
                        settling)
                .flatMap(codes -> codes)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with more rules. */
    PlatformProfile withRules(List<DecisionRule> more) {
        return new PlatformProfile(
                id,
                names,
                numberPrefix,
                zone,
                currency,
                channels,
                moneyLines,
                appeal,
                urging,
                escalationLimit,
                externalBodies,
                productPromises,
                delayCompensation,
                holds,
                needs,
                materials,
                fastLane,
                Stream.concat(rules.stream(), more.stream()).toList(),
                reopenings);
    }

    /** A positive or zero decimal with at most two decimals. */
    static final String DECIMAL = "[0-9]{1,12}(\\.[0-9]{1,2})?";

    /**
     * One way in.
     *
     * @param channel the channel that a complaint through it carries
     * @param names what users know it by
     */
    public record ChannelOffer(
            @NotNull Channel channel,
            @NotNull @BothLanguages Map<String, String> names) {}

    /**
     * An amount at which something changes.
     *
     * @param code stable name of what happens there
     * @param comparison whether the line is for amounts up to or above it
     * @param amount a decimal string in the profile's currency
     * @param texts what it means for a complainant
     */
    public record MoneyLine(
            @NotBlank @Size(max = 32) String code,
            @NotNull Comparison comparison,
            @NotNull @Pattern(regexp = DECIMAL) String amount,
            @NotNull @BothLanguages Map<String, String> texts) {}

    /** On which side of a money line something applies. */
    public enum Comparison {
        AT_MOST,
        ABOVE
    }

    /**
     * How a decision is appealed.
     *
     * @param within from the service of the notice (R31), a day at least; null where the platform names no limit of its own
     * @param to who decides it: {@code HIGHER_TIER}, {@code THIRD_PARTY}, {@code EXTERNAL}
     * @param needs what it must bring: {@code REASON}, {@code NEW_EVIDENCE}
     * @param texts the rule for people
     */
    public record Appeal(
            @Nullable @Pattern(regexp = Period.FORM) @Range(min = "P1D")
            String within,

            @NotNull @Size(max = 8) List<@NotBlank @Size(max = 32) String> to,
            @NotNull @Size(max = 8) List<@NotBlank @Size(max = 32) String> needs,
            @NotNull @BothLanguages Map<String, String> texts) {}

    /**
     * How a case is urged.
     *
     * @param offered whether the platform takes urgings at all
     * @param every at most one urging per this time, null where it is not offered
     * @param ultimatum time after which the external route is open, null where there is none
     * @param newEvidence whether an urging may bring new evidence
     * @param channels ways beside the case's own page
     */
    public record Urging(
            boolean offered,
            @Nullable @Pattern(regexp = Period.FORM) @Range String every,
            @Nullable @Pattern(regexp = Period.FORM) @Range String ultimatum,
            boolean newEvidence,
            @NotNull @Size(max = 6) List<@NotNull Channel> channels) {}

    /**
     * What a platform promises about its goods.
     *
     * @param code stable name, e.g. {@code DELIVERY}
     * @param within the time it holds for, up to {@code P3650D}; null where there is none
     * @param texts the promise for people
     */
    public record ProductPromise(
            @NotBlank @Size(max = 32) String code,

            @Nullable @Pattern(regexp = Period.FORM) @Range(max = "P3650D")
            String within,

            @NotNull @BothLanguages Map<String, String> texts) {}

    /**
     * What is paid for a delay.
     *
     * @param amount decimal string
     * @param currency ISO 4217 code
     */
    public record DelayCompensation(
            @NotNull @Pattern(regexp = DECIMAL) String amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}
}
