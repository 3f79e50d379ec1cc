package org.redress.intake.filestore;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

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
}
