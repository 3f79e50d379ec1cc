package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.intake.evidence.EvidenceLimits.Amount;

/**
 * How much each side may add to a complaint, and a person in a while. Sides are counted apart: nobody fills a complaint so
 * that the other side, which may add evidence at any time (R15), finds it full.
 */
@ApplicationScoped
class Quotas {
    /** Those who act for themselves. Staff, platforms and partners act for many; each complaint bounds them. */
    private static final Set<ActorRole> PERSONS = Set.of(ActorRole.COMPLAINANT, ActorRole.MERCHANT);

    private final QuotaRepository used;
    private final EvidenceLimits limits;

    Quotas(QuotaRepository used, EvidenceConfig config) {
        this.used = used;
        this.limits = ConfiguredLimits.of(config);
    }

    /**
     * Refuses what is certain to be refused later; nothing is held, others may be quicker.
     *
     * @throws RefusedUploadException if not one more file fits
     */
    void requireAny(UUID complaintId, String platform, Actor who) {
        require(complaintId, platform, who, 1);
    }

    /**
     * Refuses what is too much. Under the lock of the complaint's row and, from here on, of the person: of parallel uploads
     * none is counted without the others.
     *
     * @throws RefusedUploadException if it does not fit
     */
    void requireUnderLock(UUID complaintId, String platform, Actor who, long bytes) {
        if (PERSONS.contains(who.role())) {
            used.lockPerson(platform, who);
        }
        require(complaintId, platform, who, bytes);
    }

    private void require(UUID complaintId, String platform, Actor who, long bytes) {
        Amount held = used.ofComplaint(complaintId, Side.of(who.role())).plus(1, bytes);
        if (held.files() > limits.perComplaint().files()) {
            throw RefusedUploadException.of(
                    Refused.COMPLAINT_FILES_USED_UP, limits.perComplaint().files());
        }
        if (held.bytes() > limits.perComplaint().bytes()) {
            throw RefusedUploadException.of(
                    Refused.COMPLAINT_BYTES_USED_UP,
                    limits.perComplaint().bytes(),
                    Math.max(0, limits.perComplaint().bytes() - (held.bytes() - bytes)));
        }
        if (PERSONS.contains(who.role())) {
            requireOfPerson(used.ofPerson(platform, who, limits.period()), bytes);
        }
    }

    private void requireOfPerson(QuotaRepository.Lately lately, long bytes) {
        Amount added = lately.amount().plus(1, bytes);
        if (added.files() > limits.perPerson().files()) {
            throw RefusedUploadException.until(
                    Refused.PERSON_FILES_USED_UP,
                    untilOldestIsPast(lately),
                    limits.perPerson().files(),
                    limits.period());
        }
        if (added.bytes() > limits.perPerson().bytes()) {
            throw RefusedUploadException.until(
                    Refused.PERSON_BYTES_USED_UP,
                    untilOldestIsPast(lately),
                    limits.perPerson().bytes(),
                    limits.period(),
                    Math.max(0, limits.perPerson().bytes() - lately.amount().bytes()));
        }
    }

    private Duration untilOldestIsPast(QuotaRepository.Lately lately) {
        Instant oldest = lately.oldest() == null ? lately.now() : lately.oldest();
        return Duration.between(lately.now(), oldest.plus(limits.period()));
    }
}
