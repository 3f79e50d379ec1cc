package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;
import org.redress.sla.wording.Wording;

/** Activates and retires versions. What a version says is never touched. */
@ApplicationScoped
class ChangePolicyLife {
    private final PolicyVersionRepository versions;
    private final PolicyRepository policies;
    private final AnnouncePolicies announce;
    private final ActivationTime time;
    private final Wording wording;

    ChangePolicyLife(
            PolicyVersionRepository versions,
            PolicyRepository policies,
            AnnouncePolicies announce,
            ActivationTime time,
            Wording wording) {
        this.versions = versions;
        this.policies = policies;
        this.announce = announce;
        this.time = time;
        this.wording = wording;
    }

    /**
     * Lets a draft take effect, or a scheduled version at another time.
     *
     * @param ifMatch the tag the caller has seen; null: whatever it is
     * @throws ProblemException 404 absent, 409 when it took effect before or is retired, 412 when it changed meanwhile, 422
     *     when {@code activeFrom} has passed
     */
    @Transactional
    StoredPolicy activate(
            String platform, int version, @Nullable Instant activeFrom, @Nullable String ifMatch, String by) {
        StoredPolicy stored = held(platform, version, ifMatch);
        switch (stored.state()) {
            case RETIRED -> throw ProblemException.conflict(wording.text("version.retired", version));
            case IN_FORCE, SUPERSEDED -> throw ProblemException.conflict(wording.text("version.active", version));
            case DRAFT, SCHEDULED -> versions.activate(platform, version, time.of(activeFrom, policies.now()), by);
        }
        announce.due();
        return versions.find(platform, version).orElseThrow();
    }

    /**
     * Retires a version that is not in force. One that is in force stays until another takes over, so that no platform ends
     * up without a policy.
     *
     * @throws ProblemException 404 absent, 409 when it is in force or retired already, 412 when it changed meanwhile
     */
    @Transactional
    StoredPolicy retire(String platform, int version, @Nullable String ifMatch, String by) {
        StoredPolicy stored = held(platform, version, ifMatch);
        switch (stored.state()) {
            case RETIRED -> throw ProblemException.conflict(wording.text("version.retired", version));
            case IN_FORCE -> throw ProblemException.conflict(wording.text("version.inForce", version));
            case DRAFT, SCHEDULED, SUPERSEDED -> versions.retire(platform, version, by);
        }
        return versions.find(platform, version).orElseThrow();
    }

    private StoredPolicy held(String platform, int version, @Nullable String ifMatch) {
        versions.holdLastVersion(platform);
        StoredPolicy stored = versions.find(platform, version).orElseThrow(ProblemException::notFound);
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.contains(stored.etag())) {
            throw new ProblemException(ProblemCode.STALE);
        }
        return stored;
    }
}
