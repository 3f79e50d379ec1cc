package org.redress.intake.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store keeps to. */
class FileStoreTest {
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Sha256 NOBODY = new Sha256("0".repeat(64));
    private static final Instant LATER = Instant.parse("2200-01-01T00:00:00Z");

    @TempDir
    static Path directory;

    static Stream<FileStore> stores() throws IOException {
        return Stream.of(new DirectoryStore(
                Files.createTempDirectory(directory, "store"), new Spool.Room(1, path -> Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepsContentUnderItsHash(FileStore store) throws IOException {
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

    @ParameterizedTest
    @MethodSource("stores")
    void keepsTheSameContentOnce(FileStore store) throws IOException {
        StoredFile first = store.keep(Streams.of("twice"), 100);
        assertThat(store.keep(Streams.of("twice"), 100)).isEqualTo(first);
        assertThat(store.keep(Streams.of("other"), 100)).isNotEqualTo(first);
        try (Stream<Sha256> all = store.olderThan(LATER)) {
            assertThat(all).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepsAnEmptyFileToo(FileStore store) throws IOException {
        StoredFile kept = store.keep(InputStream.nullInputStream(), 0);
        assertThat(kept.size()).isZero();
        assertThat(store.check(kept.hash())).isEqualTo(FileCondition.INTACT);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepsExactlyTheLimitAndNotAByteMore(FileStore store) throws IOException {
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

    @ParameterizedTest
    @MethodSource("stores")
    void keepsNothingOfAStreamThatIsCut(FileStore store) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.keep(Streams.cutAfter("half of it"), 100))
                .withMessage("connection reset");
        try (Stream<Sha256> all = store.olderThan(LATER)) {
            assertThat(all).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void deletesOnce(FileStore store) throws IOException {
        StoredFile kept = store.keep(Streams.of("to be deleted"), 100);
        assertThat(store.delete(kept.hash())).isTrue();
        assertThat(store.delete(kept.hash())).isFalse();
        assertThat(store.find(kept.hash())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void saysThatAFileIsNotThere(FileStore store) {
        assertThatExceptionOfType(MissingFileException.class)
                .isThrownBy(() -> store.open(NOBODY).close());
        assertThatExceptionOfType(MissingFileException.class)
                .isThrownBy(() -> store.local(NOBODY).close());
        assertThat(store.check(NOBODY)).isEqualTo(FileCondition.MISSING);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void listsOnlyWhatIsOlder(FileStore store) throws IOException {
        StoredFile kept = store.keep(Streams.of("just now"), 100);
        try (Stream<Sha256> old = store.olderThan(Instant.parse("2020-01-01T00:00:00Z"));
                Stream<Sha256> all = store.olderThan(LATER)) {
            assertThat(old).isEmpty();
            assertThat(all).containsExactly(kept.hash());
        }
    }
}
