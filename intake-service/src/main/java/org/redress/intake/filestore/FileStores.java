package org.redress.intake.filestore;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;

/** Makes the store that the configuration asks for. */
@Singleton
public class FileStores {
    @Produces
    @Singleton
    FileStore fileStore(FilesConfig config) {
        var room = new Spool.Room(
                config.floor().asLongValue(), path -> Files.getFileStore(path).getUsableSpace());
        return new DirectoryStore(config.directory(), room);
    }
}
