package org.redress.intake.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store keeps to. */
class FileStoreIT {
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Sha256 NOBODY = new Sha256("0".repeat(64));
    private static final Instant LATER = Instant.parse("2200-01-01T00:00:00Z");

    @TempDir
    static Path directory;

    private static S3Server server;

    @BeforeAll
    static void startServer() throws IOException {
        server = S3Server.start(directory);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    static Stream<Arguments> stores() throws IOException {
        var room = new Spool.Room(1, path -> Long.MAX_VALUE);
        Path fresh = Files.createTempDirectory(directory, "store");
        var s3 = new S3Store(
                server.client(), S3Server.BUCKET, fresh.getFileName() + "/", new Spool(fresh.resolve("s3"), room));
        return Stream.of(Arguments.of("directory", new DirectoryStore(fresh, room)), Arguments.of("S3", s3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void keepsContentUnderItsHash(String kind, FileStore store) throws IOException {
        StoredFile kept = store.keep(Streams.of("abc"), 3);
        assertThat(kept).isEqualTo(new StoredFile(new Sha256(HASH_OF_ABC), 3));
        assertThat(store.find(kept.hash())).contains(kept);
        assertThat(store.check(kept.hash())).isEqualTo(FileCondition.INTACT);
        try (InputStream content = store.open(kept.hash());
                LocalFile local = store.local(kept.hash())) {
            assertThat(content).hasContent("abc");
            assertThat(local.path()).hasContent("abc");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void keepsTheSameContentOnce(String kind, FileStore store) throws IOException {
        StoredFile first = store.keep(Streams.of("twice"), 100);
        assertThat(store.keep(Streams.of("twice"), 100)).isEqualTo(first);
        assertThat(store.keep(Streams.of("other"), 100)).isNotEqualTo(first);
        try (Stream<Sha256> all = store.olderThan(LATER)) {
            assertThat(all).hasSize(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void keepsAnEmptyFileToo(String kind, FileStore store) throws IOException {
        StoredFile kept = store.keep(InputStream.nullInputStream(), 0);
        assertThat(kept.size()).isZero();
        assertThat(store.check(kept.hash())).isEqualTo(FileCondition.INTACT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void keepsExactlyTheLimitAndNotAByteMore(String kind, FileStore store) throws IOException {
        long limit = 3_000_000;
        StoredFile kept = store.keep(Streams.zeros(limit), limit);
        assertThat(store.check(kept.hash())).isEqualTo(FileCondition.INTACT);
        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> store.keep(Streams.zeros(Long.MAX_VALUE), limit))
                .satisfies(refusal -> assertThat(refusal.limit()).isEqualTo(limit));
        try (Stream<Sha256> all = store.olderThan(LATER)) {
            assertThat(all).containsExactly(kept.hash());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void keepsNothingOfAStreamThatIsCut(String kind, FileStore store) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.keep(Streams.cutAfter("half of it"), 100))
                .withMessage("connection reset");
        try (Stream<Sha256> all = store.olderThan(LATER)) {
            assertThat(all).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void deletesOnce(String kind, FileStore store) throws IOException {
        StoredFile kept = store.keep(Streams.of("to be deleted"), 100);
        assertThat(store.delete(kept.hash())).isTrue();
        assertThat(store.delete(kept.hash())).isFalse();
        assertThat(store.find(kept.hash())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void saysThatAFileIsNotThere(String kind, FileStore store) {
        assertThatExceptionOfType(MissingFileException.class)
                .isThrownBy(() -> store.open(NOBODY).close());
        assertThatExceptionOfType(MissingFileException.class)
                .isThrownBy(() -> store.local(NOBODY).close());
        assertThat(store.check(NOBODY)).isEqualTo(FileCondition.MISSING);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void listsOnlyWhatIsOlder(String kind, FileStore store) throws IOException {
        StoredFile kept = store.keep(Streams.of("just now"), 100);
        try (Stream<Sha256> old = store.olderThan(Instant.parse("2020-01-01T00:00:00Z"));
                Stream<Sha256> all = store.olderThan(LATER)) {
            assertThat(old).isEmpty();
            assertThat(all).containsExactly(kept.hash());
        }
    }

    @Test
    void leavesNothingOnThisMachineOfWhatIsKeptAtAServer() throws IOException {
        Path spool = directory.resolve("spool");
        var store = storeAt(server.client(), spool);
        StoredFile kept = store.keep(Streams.zeros(6_000_000), 10_000_000);
        store.local(kept.hash()).close();
        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> store.keep(Streams.zeros(6_000_000), 5_000_000));
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void saysThatTheServerFailsAndNotThatAFileIsMissing() throws IOException {
        for (MinioClient client : List.of(
                S3Server.client("http://127.0.0.1:1", "something"), S3Server.client(server.url(), "a wrong secret"))) {
            Path spool = directory.resolve("failing");
            var store = storeAt(client, spool);
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.keep(Streams.of("abc"), 3))
                    .isExactlyInstanceOf(FileStoreException.class);
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.find(NOBODY))
                    .isExactlyInstanceOf(FileStoreException.class);
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> store.open(NOBODY).close())
                    .isExactlyInstanceOf(FileStoreException.class);
            assertThat(spool).isEmptyDirectory();
        }
    }

    private static S3Store storeAt(MinioClient client, Path spool) {
        return new S3Store(
                client, S3Server.BUCKET, "other/", new Spool(spool, new Spool.Room(1, path -> Long.MAX_VALUE)));
    }
}
