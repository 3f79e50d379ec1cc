package org.redress.sla.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.service.page.Cursor;
import org.redress.sla.complaint.MoveComplaints;
import org.redress.sla.complaint.MoveComplaints.Target;
import org.redress.sla.policy.PolicyRepository;

/** Says what a migration would do. Stores and locks nothing; looks at so many complaints at most in one answer. */
@ApplicationScoped
class PreviewMigration {
    /** How many complaints one answer is about at most. */
    static final int LOOKED_AT_MOST = 2_000;

    private static final int AT_ONCE = 200;

    private final MigrationRepository migrations;
    private final MigrationChecks checks;
    private final MoveComplaints move;
    private final PolicyRepository policies;

    PreviewMigration(
            MigrationRepository migrations, MigrationChecks checks, MoveComplaints move, PolicyRepository policies) {
        this.migrations = migrations;
        this.checks = checks;
        this.move = move;
        this.policies = policies;
    }

    /**
     * Looks.
     *
     * @param after the complaint behind which to begin; null: the first
     * @param limit how many complaints to name
     */
    @Transactional
    MigrationPreview preview(String platform, MigrationRequest request, @Nullable UUID after, int limit) {
        Set<Integer> from = checks.check(platform, request, false);
        int to = request.toVersion();
        Instant now = policies.now();
        var target = new Target(platform, to, from, now);
        var tally = new PreviewTally(now, limit);
        UUID last = after;
        int looked = 0;
        boolean more = true;
        while (more && looked < LOOKED_AT_MOST && tally.kept().size() < limit) {
            List<UUID> some = migrations.open(platform, to, from, last, AT_ONCE);
            move.preview(some, target).forEach(tally::add);
            looked += some.size();
            more = some.size() == AT_ONCE;
            last = some.isEmpty() ? last : some.get(some.size() - 1);
        }
        return new MigrationPreview(
                migrations.countOpen(platform, to, from),
                looked,
                tally.counts(),
                tally.kept(),
                more && last != null ? Cursor.of(Map.of("after", last.toString())) : null);
    }
}
