package org.redress.intake.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** What may be uploaded, and how orphans are swept. Limits are published under {@code complaints/evidence-limits}. */
@ConfigMapping(prefix = "redress.intake.evidence")
public interface EvidenceConfig {
    /** The largest file of each sort. */
    Sizes maxSize();

    /** How much each side may add to one complaint. */
    Quota perComplaint();

    /** How much one complainant or merchant adds within a period. */
    PersonQuota perPerson();

    /** How many uploads one instance takes at once; each holds a thread. */
    @WithDefault("32")
    @Positive
    int uploads();

    /** How many of them may be one person's. */
    @WithDefault("4")
    @Positive
    int uploadsPerPerson();

    /** How long an upload may take. */
    @WithDefault("PT30M")
    Duration patience();

    /** After how long a file that no row names is an orphan. Longer than an upload may take from its last byte on. */
    @WithDefault("PT1H")
    Duration orphanAge();

    /** How often orphans are looked for. */
    Duration orphanSweep();

    /** The largest files. */
    interface Sizes {
        /** The largest picture. */
        @WithDefault("20M")
        MemorySize image();

        /** The largest PDF. */
        @WithDefault("20M")
        MemorySize document();

        /** The largest text. */
        @WithDefault("1M")
        MemorySize text();

        /** The largest sound recording. */
        @WithDefault("50M")
        MemorySize audio();

        /** The largest recording with pictures. */
        @WithDefault("200M")
        MemorySize video();
    }

    /** Some files with some bytes in all. */
    interface Quota {
        /** How many, versions counted. */
        @WithDefault("100")
        @Positive
        int files();

        /** How much they hold together. */
        @WithDefault("1G")
        MemorySize bytes();
    }

    /** A quota within a period. */
    interface PersonQuota {
        /** How many, versions counted. */
        @WithDefault("200")
        @Positive
        int files();

        /** How much they hold together. */
        @WithDefault("2G")
        MemorySize bytes();

        /** The period that is looked back on. */
        @WithDefault("PT24H")
        Duration period();
    }
}
