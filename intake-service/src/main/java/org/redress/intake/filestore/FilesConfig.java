package org.redress.intake.filestore;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where files are kept. */
@ConfigMapping(prefix = "redress.intake.files")
public interface FilesConfig {
    /** The directory of the file store; of its temporary files only, when the files are kept elsewhere. */
    Path directory();

    /** How much of the disk stays free: an upload that would take from it is refused. */
    @WithDefault("256M")
    MemorySize floor();

    /** After how long without a write a temporary file is a leftover of a process that ended. */
    @WithDefault("PT1H")
    Duration leftoverAge();

    /** How often such leftovers are looked for. */
    @WithDefault("PT10M")
    Duration leftoverSweep();

    /** Where the files are. */
    @WithDefault("directory")
    Kind store();

    /** The S3 server; only for that store. */
    S3 s3();

    /** The stores there are. */
    enum Kind {
        /** A directory of this machine, or one that several machines share. */
        DIRECTORY,
        /** A server that speaks S3. */
        S3
    }

    /** A server that speaks S3: AWS, OSS, COS, SeaweedFS, Ceph and others. */
    interface S3 {
        /** Its address, e.g. {@code https://s3.example.com}. */
        Optional<String> endpoint();

        /** The region that requests are signed for. */
        @WithDefault("us-east-1")
        String region();

        /** An existing bucket. Nobody else should be able to write to it. */
        Optional<String> bucket();

        /** What keys begin with. */
        @WithDefault("evidence/")
        String prefix();

        /** Who signs in. */
        Optional<String> accessKey();

        /** With what. */
        Optional<String> secretKey();

        /** How long a connection, and a pause within an answer, may last. */
        @WithDefault("PT10S")
        Duration timeout();
    }
}
