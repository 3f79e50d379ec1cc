package org.redress.sla.setaside;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.redress.sla.setaside.SetAside.Platform;

/**
 * Platforms whose policy or calendar cannot be read. One row and one alert a platform, over all instances and restarts, until
 * it is taken back.
 */
@ApplicationScoped
public class SetAsidePlatforms {
    private static final Logger LOG = Logger.getLogger(SetAsidePlatforms.class);

    private final Jdbi jdbi;
    private final MeterRegistry registry;
    private final AtomicLong count = new AtomicLong();

    /** A platform that is set aside, and the version that could not be read. */
    public record Held(String platform, int policyVersion) {}

    SetAsidePlatforms(Jdbi jdbi, MeterRegistry registry) {
        this.jdbi = jdbi;
        this.registry = registry;
        registry.gauge("redress.sla.platforms.set.aside", count);
    }

    /** Sets platforms aside in the running transaction; those that are set aside already stay as they are. */
    void setAside(Collection<Platform> platforms) {
        platforms.stream()
                .sorted(Comparator.comparing(Platform::platform))
                .filter(this::isNew)
                .forEach(this::alert);
    }

    /** Those that are set aside now. */
    public List<Held> list() {
        List<Held> held = jdbi.withHandle(handle -> handle.createQuery(
                        "select platform, policy_version from platform_set_aside order by platform")
                .map((row, context) -> new Held(row.getString("platform"), row.getInt("policy_version")))
                .list());
        count.set(held.size());
        return held;
    }

    /** Takes a platform back: its complaints may be computed again. */
    public void takeBack(String platform) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from platform_set_aside where platform = :platform")
                .bind("platform", platform)
                .execute());
        LOG.infof("platform taken back: platform=%s", platform);
    }

    private boolean isNew(Platform platform) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into platform_set_aside (platform, policy_version, reason)
                        values (:platform, :version, :reason) on conflict do nothing""")
                        .bind("platform", platform.platform())
                        .bind("version", platform.policyVersion())
                        .bind("reason", platform.reason())
                        .execute()
                == 1);
    }

    private void alert(Platform platform) {
        registry.counter("redress.sla.set.aside", "stage", SetAside.Stage.POLICY.name())
                .increment();
        LOG.errorf(
                "platform set aside with all its complaints: platform=%s policyVersion=%d reason=%s",
                platform.platform(), platform.policyVersion(), platform.reason());
    }
}
