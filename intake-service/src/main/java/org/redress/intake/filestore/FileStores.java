package org.redress.intake.filestore;

import io.minio.MinioClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the store that the configuration asks for. */
@Singleton
public class FileStores {
    @Produces
    @Singleton
    FileStore fileStore(FilesConfig config) {
        var room = new Spool.Room(config.floor().asLongValue(), FreeSpace::ofDisk);
        return switch (config.store()) {
            case DIRECTORY -> new DirectoryStore(config.directory(), room);
            case S3 -> s3(config, new Spool(config.directory().resolve(Spool.DIRECTORY), room));
        };
    }

    private static FileStore s3(FilesConfig config, Spool spool) {
        FilesConfig.S3 s3 = config.s3();
        MinioClient client = MinioClient.builder()
                .endpoint(needed(s3.endpoint(), "endpoint"))
                .region(s3.region())
                .credentials(needed(s3.accessKey(), "access-key"), needed(s3.secretKey(), "secret-key"))
                .build();
        long millis = s3.timeout().toMillis();
        client.setTimeout(millis, millis, millis);
        return new S3Store(client, needed(s3.bucket(), "bucket"), s3.prefix(), spool);
    }

    private static String needed(Optional<String> value, String name) {
        return value.orElseThrow(() -> new IllegalStateException(
                "redress.intake.files.store is s3: set redress.intake.files.s3." + name + " too"));
    }
}
