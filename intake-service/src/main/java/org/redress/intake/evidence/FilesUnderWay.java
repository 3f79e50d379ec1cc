package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.intake.filestore.Sha256;

/**
 * The files that uploads have stored and no row names yet. An upload that is refused takes its own with it when it ends,
 * unless another upload of the same content is under way in this instance: then the last one decides. What another
 * instance takes in at the same moment may be deleted; that upload is told to come again, see {@link StoredContent#hold}.
 */
@ApplicationScoped
class FilesUnderWay {
    private static final Logger LOG = Logger.getLogger(FilesUnderWay.class);

    private final StoredContent content;
    /** How many hold a file. Large, so that those who wait for one deletion are those of the same file, mostly. */
    private final Map<Sha256, Integer> uploads = new ConcurrentHashMap<>(1024);

    FilesUnderWay(StoredContent content) {
        this.content = content;
    }

    /** An upload begins. To be closed when it is answered. */
    Upload begin() {
        return new Upload();
    }

    /** The files of one upload. For one thread. */
    final class Upload implements AutoCloseable {
        private final Set<Sha256> stored = new HashSet<>();
        private boolean named;

        private Upload() {}

        /** A file of it is about to be in the store. Waits while the last upload before it takes the same file away. */
        void stores(Sha256 hash) {
            if (stored.add(hash)) {
                uploads.merge(hash, 1, Integer::sum);
            }
        }

        /** A row names its files. */
        void named() {
            named = true;
        }

        @Override
        public void close() {
            for (Sha256 hash : stored) {
                uploads.computeIfPresent(hash, (same, holders) -> left(same, holders - 1));
            }
        }

        private @Nullable Integer left(Sha256 hash, int others) {
            if (others > 0) {
                return others;
            }
            if (!named) {
                delete(hash);
            }
            return null;
        }

        private void delete(Sha256 hash) {
            try {
                content.deleteUnnamed(hash);
            } catch (RuntimeException e) {
                // The upload has its answer; the sweep has another try.
                LOG.warnf(e, "a refused file could not be deleted: %s", hash);
            }
        }
    }
}
