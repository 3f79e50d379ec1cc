package org.redress.intake.chain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes a signed root over the heads of all chains that grew, again and again, and keeps it in the database and in files.
 * What it costs depends on what grew, not on how many complaints there are: each root is over a bounded number of
 * entries, in a transaction of its own.
 *
 * <p>The database comes first, the files follow; after a crash between the two, the files catch up. So files that know a
 * later root than the database say that the database was set back: then nothing is made until somebody has looked.
 */
@Startup
@ApplicationScoped
public class MakeRoots {
    private static final Logger LOG = Logger.getLogger(MakeRoots.class);
    /** Entries a root is over; a verification reads all heads of one root. */
    private static final int ENTRIES = 4096;

    private final RootRepository roots;
    private final RootFiles files;
    private final RootKeys keys;
    private final RootMetrics metrics;

    MakeRoots(RootRepository roots, RootFiles files, RootKeys keys, RootMetrics metrics) {
        this.roots = roots;
        this.files = files;
        this.keys = keys;
        this.metrics = metrics;
    }

    /** Makes roots over everything that grew and that no running transaction can still add to. */
    @Scheduled(
            every = "{redress.intake.chain.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void makeRoots() {
        QuarkusTransaction.requiringNew().run(this::measure);
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::makeOne);
            QuarkusTransaction.requiringNew().run(this::catchUp);
        }
    }

    /** Also where another instance makes the roots. Files follow the database, so what they know is read first. */
    private void measure() {
        long kept = files.lastNumber();
        metrics.compared(roots.newestNumber(), kept);
    }

    private boolean makeOne() {
        if (!roots.lock() || setBack()) {
            return false;
        }
        RootRepository.Last last = roots.last();
        RootRepository.Reach reach = roots.reach(last.throughXid(), ENTRIES);
        List<Head> heads = roots.heads(reach);
        if (heads.isEmpty()) {
            return false;
        }
        Digest merkle = new MerkleTree(heads.stream().map(Head::leaf).toList()).root();
        var root = new Root(last.number() + 1, reach.now(), last.hash(), heads.size(), merkle);
        roots.insert(keys.sign(root), heads, reach.to());
        return true;
    }

    /** Under the same lock, so that files have one writer. */
    private void catchUp() {
        if (!roots.lock()) {
            return;
        }
        long newest = roots.newestNumber();
        for (long number = files.lastNumber() + 1; number <= newest; number++) {
            files.append(roots.find(number).orElseThrow(), roots.leaves(number));
        }
    }

    private boolean setBack() {
        long kept = files.lastNumber();
        long newest = roots.newestNumber();
        if (kept > newest) {
            LOG.errorf(
                    "the database knows %d roots, the files outside it %d: it was set back; no roots are made until the"
                            + " directory of the files is put aside",
                    newest, kept);
        }
        return kept > newest;
    }
}
