package org.redress.intake.filestore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files in a directory, two levels deep by the first digits of the hash. Several processes may share it; temporary files
 * lie beside them in the same file system, so that a file gets its name in one step.
 */
final class DirectoryStore implements FileStore {
    private final Path root;
    private final Spool spool;

    /**
     * A store.
     *
     * @param root is created if need be
     */
    DirectoryStore(Path root, Spool.Room room) {
        this.root = root;
        spool = new Spool(root.resolve(Spool.DIRECTORY), room);
    }

    @Override
    public StoredFile keep(InputStream content, long maxBytes, Consumer<Sha256> before) throws IOException {
        Spool.Taken taken = spool.take(content, maxBytes);
        try {
            before.accept(taken.content().hash());
            Durable.publish(taken.file(), path(taken.content().hash()));
            return taken.content();
        } catch (IOException e) {
            spool.discard(taken.file());
            throw spool.failed(e);
        }
    }

    @Override
    public InputStream open(Sha256 hash) {
        try {
            return Files.newInputStream(path(hash));
        } catch (NoSuchFileException e) {
            throw new MissingFileException(hash);
        } catch (IOException e) {
            throw new FileStoreException("a file could not be opened", e);
        }
    }

    @Override
    public LocalFile local(Sha256 hash) {
        Path path = path(hash);
        if (Files.notExists(path)) {
            throw new MissingFileException(hash);
        }
        return new InPlace(path);
    }

    @Override
    public Optional<StoredFile> find(Sha256 hash) {
        try {
            return Optional.of(new StoredFile(hash, Files.size(path(hash))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FileStoreException("a file could not be looked at", e);
        }
    }

    @Override
    public boolean delete(Sha256 hash) {
        try {
            return Files.deleteIfExists(path(hash));
        } catch (IOException e) {
            throw new FileStoreException("a file could not be deleted", e);
        }
    }

    @Override
    public Stream<Sha256> olderThan(Instant before) {
        return entries(root).stream()
                .filter(name -> name.getFileName().toString().length() == 2)
                .flatMap(first -> entries(first).stream())
                .flatMap(second -> entries(second).stream())
                .filter(file -> Sha256.isForm(file.getFileName().toString()))
                .filter(file -> isOlder(file, before))
                .map(file -> new Sha256(file.getFileName().toString()));
    }

    @Override
    public int sweepLeftovers(Instant before) {
        return spool.sweep(before);
    }

    private Path path(Sha256 hash) {
        String hex = hash.hex();
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    private static List<Path> entries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw new FileStoreException("the files could not be listed", e);
        }
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Spool.isOlder(file, before);
        } catch (IOException e) {
            throw new FileStoreException("a file could not be looked at", e);
        }
    }

    private record InPlace(Path path) implements LocalFile {
        @Override
        public void close() {
            // It stays where it is.
        }
    }
}
