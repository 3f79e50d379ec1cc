package org.redress.intake.casework;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.intake.lifecycle.SystemCommand;

/**
 * What time alone brings about on cases. The complainant's windows are sla-service's clocks and told by it; the times
 * that stand on a case itself, of requests for material, of offers and of remedies, are looked after here; so are decided cases that
 * nothing holds open any more when the time to appeal is over, whatever ended last. Told twice or by several
 * instances at once, nothing happens twice: every lapse looks at the case under its lock.
 */
@ApplicationScoped
public class Lapses {
    private static final Logger LOG = Logger.getLogger(Lapses.class);
    private static final int AT_ONCE = 200;

    private final GiveCommand giveCommand;
    private final LapseRepository lapses;

    Lapses(GiveCommand giveCommand, LapseRepository lapses) {
        this.giveCommand = giveCommand;
        this.lapses = lapses;
    }

    /**
     * A window of the complainant closed unused. Joins the running transaction.
     *
     * @param metric the window, e.g. {@code APPEAL_WINDOW}; others are left alone
     * @param key which remedy it is about, for windows of remedies
     * @param until when it closed
     */
    public void windowLapsed(UUID complaintId, String platform, String metric, @Nullable String key, Instant until) {
        switch (metric) {
            case "APPEAL_WINDOW" -> giveCommand.bringAbout(complaintId, platform, new SystemCommand.LapseAppeal());
            case "SUPPLEMENT_WINDOW" ->
                giveCommand.bringAbout(complaintId, platform, new SystemCommand.LapseSupplement());
            case "CONFIRM_WINDOW" -> confirmationLapsed(complaintId, platform, key, until);
            default -> {}
        }
    }

    /** Looks for times that passed; a case that cannot be looked at holds back no other. */
    @Scheduled(
            every = "{redress.intake.casework.lapse-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void passTime() {
        lapses.passed(AT_ONCE).forEach(this::bringAbout);
    }

    /** Closes what is decided and over. Looks at every decided case, so less often than at single times. */
    @Scheduled(
            every = "{redress.intake.casework.close-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void closeWhatIsOver() {
        lapses.decidedAndOver(AT_ONCE).forEach(this::bringAbout);
    }

    private void bringAbout(LapseRepository.Passed passed) {
        try {
            giveCommand.bringAbout(passed.complaintId(), passed.platform(), command(passed));
        } catch (RuntimeException e) {
            LOG.warnf(e, "could not pass time on complaint %s", passed.complaintId());
        }
    }

    private static SystemCommand command(LapseRepository.Passed passed) {
        return switch (passed.kind()) {
            case "REMEDY" -> new SystemCommand.OverdueRemedy(passed.partId());
            case "DECISION" -> new SystemCommand.LapseAppeal();
            case "OFFER" -> new SystemCommand.LapseOffer(passed.partId());
            default -> new SystemCommand.LapseSupplement();
        };
    }

    private void confirmationLapsed(UUID complaintId, String platform, @Nullable String key, Instant until) {
        UUID remedyId = remedyId(key);
        if (remedyId == null) {
            LOG.warnf("a window to confirm names no remedy of ours on complaint %s", complaintId);
        } else {
            giveCommand.bringAbout(complaintId, platform, new SystemCommand.LapseConfirmation(remedyId, until));
        }
    }

    private static @Nullable UUID remedyId(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
