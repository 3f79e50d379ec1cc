package org.redress.sla.setaside;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.redress.sla.storage.Rows;

/**
 * Sets complaints aside and takes them back. A complaint that is set aside fires nothing until an event, a person or, with a
 * whole platform, the platform's recovery has its clocks computed again. Each alert is a count and one line in the log: one
 * for a complaint with a defect of its own, one for a platform, however many complaints it holds.
 */
@ApplicationScoped
public class SetAsideComplaints {
    private static final Logger LOG = Logger.getLogger(SetAsideComplaints.class);

    private final Jdbi jdbi;
    private final SetAsidePlatforms platforms;
    private final MeterRegistry registry;

    private record Row(UUID complaintId, SetAside.Stage stage, String reason) {}

    SetAsideComplaints(Jdbi jdbi, SetAsidePlatforms platforms, MeterRegistry registry) {
        this.jdbi = jdbi;
        this.platforms = platforms;
        this.registry = registry;
    }

    /** Sets a complaint aside in a transaction of its own. */
    public void alone(SetAside complaint) {
        QuarkusTransaction.requiringNew().run(() -> within(List.of(complaint)));
    }

    /** Sets complaints aside in the running transaction, which holds the complaints' rows. */
    public void within(Collection<SetAside> some) {
        if (some.isEmpty()) {
            return;
        }
        String rows = Rows.of(some.stream()
                .map(one -> new Row(one.complaintId(), one.stage(), one.reason()))
                .toList());
        Set<UUID> fresh = jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            update complaint c set standing = 'SET_ASIDE', next_level_at = null
                            from json_to_recordset(cast(:rows as json)) as r(complaint_id uuid)
                            where c.complaint_id = r.complaint_id""").bind("rows", rows).execute();
            return new HashSet<>(
                    handle.createQuery("""
                            with noted as (
                                insert into set_aside (complaint_id, platform, stage, reason)
                                select r.complaint_id, c.platform, r.stage, r.reason
                                from json_to_recordset(cast(:rows as json))
                                    as r(complaint_id uuid, stage text, reason text)
                                join complaint c using (complaint_id) order by r.complaint_id
                                on conflict (complaint_id) do update set stage = excluded.stage, reason = excluded.reason
                                returning complaint_id, xmax = 0 as fresh)
                            select complaint_id from noted where fresh""").bind("rows", rows).mapTo(UUID.class).list());
        });
        some.stream()
                .filter(one -> one.platform() == null && fresh.contains(one.complaintId()))
                .forEach(this::alert);
        platforms.setAside(some.stream()
                .map(SetAside::platform)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** Forgets that complaints were set aside, in the running transaction. */
    public void takeBack(Collection<UUID> complaints) {
        if (!complaints.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("delete from set_aside where complaint_id = any(:complaints)")
                    .bindArray("complaints", UUID.class, complaints)
                    .execute());
        }
    }

    private void alert(SetAside one) {
        registry.counter("redress.sla.set.aside", "stage", one.stage().name()).increment();
        LOG.errorf(one.failure(), "complaint set aside: complaint=%s stage=%s", one.complaintId(), one.stage());
    }
}
