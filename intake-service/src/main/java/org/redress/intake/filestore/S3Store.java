package org.redress.intake.filestore;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Files in a bucket of any server that speaks S3, by hash below a prefix. A stream is first taken into a temporary file of
 * this machine: only at its end is its name known, and what the server is sent is complete and of a known size.
 */
final class S3Store implements FileStore {
    private static final Set<String> NOT_THERE = Set.of("NoSuchKey", "NotFound", "NoSuchObject");
    private static final Set<String> FULL =
            Set.of("QuotaExceeded", "StorageFull", "XMinioStorageFull", "InsufficientStorage", "EntityTooLarge");

    private final MinioClient client;
    private final String bucket;
    private final String prefix;
    private final Spool spool;

    /**
     * A store. The server is not asked for anything yet.
     *
     * @param prefix what keys begin with, e.g. {@code evidence/}
     */
    S3Store(MinioClient client, String bucket, String prefix, Spool spool) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.spool = spool;
    }

    @Override
    public StoredFile keep(InputStream content, long maxBytes, Consumer<Sha256> before) throws IOException {
        Spool.Taken taken = spool.take(content, maxBytes);
        try {
            before.accept(taken.content().hash());
            var upload = UploadObjectArgs.builder()
                    .bucket(bucket)
                    .object(key(taken.content().hash()))
                    .filename(taken.file().toString())
                    .build();
            ask(() -> client.uploadObject(upload));
            return taken.content();
        } catch (MinioException e) {
            throw failed(e);
        } finally {
            spool.discard(taken.file());
        }
    }

    @Override
    public InputStream open(Sha256 hash) {
        return found(() -> client.getObject(
                        GetObjectArgs.builder().bucket(bucket).object(key(hash)).build()))
                .orElseThrow(() -> new MissingFileException(hash));
    }

    @Override
    public LocalFile local(Sha256 hash) {
        Path file = spool.newFile();
        try (InputStream content = open(hash)) {
            Files.copy(content, file);
            return new Fetched(file, spool);
        } catch (IOException e) {
            spool.discard(file);
            throw spool.failed(e);
        }
    }

    @Override
    public Optional<StoredFile> find(Sha256 hash) {
        return found(() -> client.statObject(StatObjectArgs.builder()
                        .bucket(bucket)
                        .object(key(hash))
                        .build()))
                .map(told -> new StoredFile(hash, told.size()));
    }

    @Override
    public boolean delete(Sha256 hash) {
        boolean found = find(hash).isPresent();
        ask(() -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key(hash)).build());
            return found;
        });
        return found;
    }

    @Override
    public Stream<Sha256> olderThan(Instant before) {
        var all = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build());
        return StreamSupport.stream(all.spliterator(), false)
                .map(result -> ask(result::get))
                .filter(item -> item.lastModified().toInstant().isBefore(before))
                .map(item -> item.objectName().substring(prefix.length()))
                .filter(Sha256::isForm)
                .map(Sha256::new);
    }

    @Override
    public int sweepLeftovers(Instant before) {
        return spool.sweep(before);
    }

    private String key(Sha256 hash) {
        return prefix + hash.hex();
    }

    /** What the server is asked. */
    private interface Request<T> {
        T send() throws MinioException;
    }

    private static <T> T ask(Request<T> request) {
        return found(request).orElseThrow(() -> new FileStoreException("the S3 server has no such bucket", null));
    }

    /** Empty: there is no such object. The client tells a server that is away by an exception of its own kind. */
    private static <T> Optional<T> found(Request<T> request) {
        try {
            return Optional.of(request.send());
        } catch (MinioException e) {
            if (NOT_THERE.contains(code(e))) {
                return Optional.empty();
            }
            throw failed(e);
        } catch (IllegalStateException e) {
            throw new FileStoreException("the S3 server cannot be reached", e);
        }
    }

    private static FileStoreException failed(MinioException failure) {
        return FULL.contains(code(failure))
                ? new StoreFullException(failure)
                : new FileStoreException("the S3 server did not do what it was asked: " + code(failure), failure);
    }

    private static String code(MinioException failure) {
        return failure instanceof ErrorResponseException told
                ? String.valueOf(told.errorResponse().code())
                : failure.getClass().getSimpleName();
    }

    private record Fetched(Path path, Spool spool) implements LocalFile {
        @Override
        public void close() {
            spool.discard(path);
        }
    }
}
