package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.Sha256;

/**
 * The agreement between those who name a stored file in a row and those who delete files that no row names: both take the
 * same lock on its hash, the former together, the latter alone. Whoever names it looks under the lock whether it is there;
 * whoever deletes it looks under the lock whether it is named.
 */
@ApplicationScoped
class StoredContent {

    private final Jdbi jdbi;
    private final FileStore files;

    StoredContent(Jdbi jdbi, FileStore files) {
        this.jdbi = jdbi;
        this.files = files;
    }

    /**
     * Keeps files from being deleted until the transaction ends.
     *
     * @throws RefusedUploadException if one of them was deleted in the moment before; sent again, it is stored again
     */
    void hold(Sha256... hashes) {
        // In one order, so that no two wait for each other.
        List<String> ordered =
                Arrays.stream(hashes).map(Sha256::hex).distinct().sorted().toList();
        jdbi.useHandle(handle -> ordered.forEach(hex -> handle.createQuery(
                        "select pg_advisory_xact_lock_shared(hashtextextended('file ' || :hash, 0))::text")
                .bind("hash", hex)
                .mapTo(String.class)
                .one()));
        if (!Stream.of(hashes).allMatch(hash -> files.find(hash).isPresent())) {
            throw RefusedUploadException.of(Refused.STORE_UNAVAILABLE);
        }
    }

    /** Those of some hashes that no row names. What is being added at the moment may be among them. */
    List<Sha256> unnamed(Collection<Sha256> hashes) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select h from unnest(:hashes) h where not exists (" + rowsThatName("h") + ")")
                .bindArray(
                        "hashes", String.class, hashes.stream().map(Sha256::hex).toList())
                .mapTo(String.class)
                .map(Sha256::new)
                .list());
    }

    /**
     * Deletes a file unless a row names it or somebody is about to.
     *
     * @return whether it was deleted
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean deleteUnnamed(Sha256 hash) {
        return jdbi.withHandle(handle -> isFree(handle, hash)) && files.delete(hash);
    }

    private static boolean isFree(Handle handle, Sha256 hash) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended('file ' || :hash, 0))")
                        .bind("hash", hash.hex())
                        .mapTo(Boolean.class)
                        .one()
                && handle.createQuery("select not exists (" + rowsThatName(":hash") + ")")
                        .bind("hash", hash.hex())
                        .mapTo(Boolean.class)
                        .one();
    }

    private static String rowsThatName(String hash) {
        return "select 1 from evidence where sha256 = " + hash + " or copy_sha256 = " + hash;
    }
}
