package org.redress.intake.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest {
    private static final long MIB = 1024 * 1024;
    private static final Instant LATER = Instant.parse("2200-01-01T00:00:00Z");

    @TempDir
    Path directory;

    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = storeWith(path -> Long.MAX_VALUE);
    }

    @Test
    void isForTheOwnerAloneAndNotToBeWritten() throws IOException {
        StoredFile kept = store.keep(Streams.of("an order page"), 100);
        try (LocalFile local = store.local(kept.hash())) {
            assertThat(Files.getPosixFilePermissions(local.path())).hasToString("[OWNER_READ]");
            assertThat(Files.getPosixFilePermissions(local.path().getParent())).hasSize(3);
            assertThat(directory.relativize(local.path()))
                    .hasToString("files/" + kept.hash().hex().substring(0, 2) + "/"
                            + kept.hash().hex().substring(2, 4) + "/" + kept.hash());
        }
    }

    @Test
    void leavesNoTemporaryFileBehindWhateverHappens() throws IOException {
        store.keep(Streams.of("kept"), 100);
        assertThatThrownBy(() -> store.keep(Streams.of("more than that"), 3)).isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> store.keep(Streams.cutAfter("the first half"), 100))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> fullStore().keep(Streams.of("one more"), 100)).isInstanceOf(StoreFullException.class);
        assertThat(files()).hasSize(1);
    }

    @Test
    void refusesWhatWouldTakeTheLastSpaceAndStaysReadable() throws IOException {
        StoredFile kept = store.keep(Streams.of("kept while there was space"), 100);
        FileStore full = fullStore();
        assertThatExceptionOfType(StoreFullException.class).isThrownBy(() -> full.keep(Streams.of("one more"), 100));
        assertThat(full.check(kept.hash())).isEqualTo(FileCondition.INTACT);
        assertThat(full.delete(kept.hash())).isTrue();
    }

    @Test
    void noticesThatTheDiskFillsWhileAFileComesIn() throws IOException {
        var left = new AtomicLong(3 * MIB);
        FileStore filling = storeWith(path -> left.getAndAdd(-MIB));
        assertThatExceptionOfType(StoreFullException.class)
                .isThrownBy(() -> filling.keep(Streams.zeros(64 * MIB), 64 * MIB));
        assertThat(files()).isEmpty();
    }

    @Test
    void tellsAFullDiskFromABrokenOne() throws IOException {
        var onADiskOf4MiB = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", directory.toString());
        assumeThat(runs(onADiskOf4MiB)).as("may mount").isTrue();
        try {
            store = storeWith(path -> Files.getFileStore(path).getUsableSpace());
            StoredFile kept = store.keep(Streams.zeros(3 * MIB), 10 * MIB);
            assertThatExceptionOfType(StoreFullException.class)
                    .isThrownBy(() -> store.keep(Streams.zeros(2 * MIB), 10 * MIB));
            assertThat(files()).hasSize(1);
            assertThat(store.check(kept.hash())).isEqualTo(FileCondition.INTACT);
            assertThat(store.keep(Streams.of("fits"), 10).size()).isEqualTo(4);
        } finally {
            assertThat(runs(new ProcessBuilder("umount", directory.toString()))).isTrue();
        }
    }

    @Test
    void sweepsLeftoversThatNobodyWritesToAnyMore() throws IOException {
        Path leftover = directory.resolve("files/incoming/0190-of-a-process-that-died.part");
        Files.write(leftover, new byte[10]);
        StoredFile kept = store.keep(Streams.of("kept"), 100);
        assertThat(store.sweepLeftovers(Files.getLastModifiedTime(leftover).toInstant()))
                .isZero();
        assertThat(store.sweepLeftovers(LATER)).isOne();
        assertThat(leftover).doesNotExist();
        assertThat(store.find(kept.hash())).isPresent();
    }

    @Test
    void tellsAFileThatWasChangedOnTheDisk() throws IOException {
        StoredFile kept = store.keep(Streams.of("the truth"), 100);
        try (LocalFile local = store.local(kept.hash())) {
            Files.delete(local.path());
            Files.writeString(local.path(), "the lie!!");
        }
        assertThat(store.check(kept.hash())).isEqualTo(FileCondition.CHANGED);
        store.keep(Streams.of("the truth"), 100);
        assertThat(store.check(kept.hash())).isEqualTo(FileCondition.INTACT);
    }

    @Test
    void passesOverWhatIsNotItsOwn() throws IOException {
        StoredFile kept = store.keep(Streams.of("kept"), 100);
        Path bucket = directory.resolve("files/" + kept.hash().hex().substring(0, 2));
        Files.writeString(bucket.resolve("notes.txt"), "of the administrator");
        Files.createDirectory(directory.resolve("files/lost+found"));
        assertThat(store.olderThan(LATER)).containsExactly(kept.hash());
    }

    @Test
    void saysAtTheStartThatItsDirectoryCannotBe() throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));
        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> new DirectoryStore(file, new Spool.Room(1, path -> Long.MAX_VALUE)))
                .withMessageNotContaining(directory.toString());
    }

    @Test
    void isReadOnlyAsAWholeWhileManyKeepTheSame() throws Exception {
        var executor = Executors.newFixedThreadPool(8);
        try {
            List<Callable<FileCondition>> tasks = IntStream.range(0, 200)
                    .<Callable<FileCondition>>mapToObj(i -> () -> {
                        StoredFile kept = store.keep(Streams.zeros(100_000 + i % 4), MIB);
                        return store.check(kept.hash());
                    })
                    .toList();
            for (var result : executor.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(FileCondition.INTACT);
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(files()).hasSize(4);
    }

    private static boolean runs(ProcessBuilder command) throws IOException {
        try {
            return command.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private FileStore fullStore() {
        return storeWith(path -> 0);
    }

    private DirectoryStore storeWith(FreeSpace space) {
        return new DirectoryStore(directory.resolve("files"), new Spool.Room(1, space));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
