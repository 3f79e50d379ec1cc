package org.redress.triage.routing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Chooses owners (R24): of a tier the one with the fewest open cases, then whoever was chosen longest ago. All methods
 * join the running transaction.
 *
 * <p>One advisory lock, held to the end of the transaction, closes the race of two choices that both see the same agent
 * as the least loaded. It is one for all platforms because a transaction may assign for several: with a lock each, two
 * such transactions could wait for each other.
 */
@Singleton
public class AgentRepository {

    /** Any number, as long as nothing else in this database locks by it. */
    private static final long ASSIGNMENT_LOCK = 7_210_001L;

    private final Jdbi jdbi;
    private final Staffing staffing;

    AgentRepository(Jdbi jdbi, Staffing staffing) {
        this.jdbi = jdbi;
        this.staffing = staffing;
    }

    /** Waits for its turn to assign; taken before any row is locked, so that rows never wait for it crosswise. */
    public void lockAssignments() {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(?)", ASSIGNMENT_LOCK));
    }

    /**
     * Gives one more case to an agent of {@code tier}, of the next tier up if it has nobody active, of a lower one if
     * nobody is above.
     *
     * @return the agent's id
     * @throws NobodyToAssignException if the platform has no active agent at all
     */
    public String assign(String platform, Tier tier) {
        return assign(platform, tier, Set.of());
    }

    /**
     * Gives one more case to an agent as above, but to none of those who are excepted, unless nobody else is active: a case
     * always has an owner.
     *
     * @return the agent's id
     * @throws NobodyToAssignException if the platform has no active agent at all
     */
    public String assign(String platform, Tier tier, Set<String> except) {
        return jdbi.withHandle(handle -> {
            staff(handle, platform);
            return choose(handle, platform, tier, except)
                    .or(() -> except.isEmpty() ? Optional.empty() : choose(handle, platform, tier, Set.of()))
                    .orElseThrow(() -> new NobodyToAssignException(platform));
        });
    }

    /** Takes one case from an agent. */
    public void release(String platform, String agent) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update agent set open_cases = greatest(open_cases - 1, 0)
                        where platform = :platform and id = :agent""")
                .bind("platform", platform)
                .bind("agent", agent)
                .execute());
    }

    /** Gives a case back to an agent who had it. */
    public void takeBack(String platform, String agent) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update agent set open_cases = open_cases + 1 where platform = :platform and id = :agent")
                .bind("platform", platform)
                .bind("agent", agent)
                .execute());
    }

    /** A platform is staffed with what is shipped when its first complaint comes. */
    private void staff(Handle handle, String platform) {
        boolean staffed = handle.createQuery("select exists (select from agent where platform = :platform)")
                .bind("platform", platform)
                .mapTo(Boolean.class)
                .one();
        if (staffed) {
            return;
        }
        var batch = handle.prepareBatch(
                "insert into agent (platform, id, tier) values (:platform, :id, :tier) on conflict do nothing");
        staffing.agentsOf(platform)
                .forEach(agent -> batch.bind("platform", platform)
                        .bind("id", agent.id())
                        .bind("tier", agent.tier().name())
                        .add());
        batch.execute();
    }

    private static Optional<String> choose(Handle handle, String platform, Tier tier, Set<String> except) {
        for (Tier candidate : inOrderOfChoice(tier)) {
            Optional<String> chosen = chooseIn(handle, platform, candidate, except);
            if (chosen.isPresent()) {
                return chosen;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> chooseIn(Handle handle, String platform, Tier tier, Set<String> except) {
        return handle.createQuery("""
                        update agent set open_cases = open_cases + 1, last_assigned = nextval('assignment_number')
                        where platform = :platform and id = (
                            select id from agent
                            where platform = :platform and tier = :tier and active and not id = any(:except)
                            order by open_cases, last_assigned, id
                            limit 1)
                        returning id""")
                .bind("platform", platform)
                .bind("tier", tier.name())
                .bindArray("except", String.class, except)
                .mapTo(String.class)
                .findOne();
    }

    private static List<Tier> inOrderOfChoice(Tier tier) {
        List<Tier> order = new ArrayList<>();
        List<Tier> below = new ArrayList<>();
        for (Tier candidate : Tier.values()) {
            if (candidate.compareTo(tier) >= 0) {
                order.add(candidate);
            } else {
                below.add(0, candidate);
            }
        }
        order.addAll(below);
        return order;
    }

    /** No agent of a platform is active. */
    public static final class NobodyToAssignException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyToAssignException(String platform) {
            super("no agent of " + platform + " is active");
        }
    }
}
