package org.redress.deadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.planted.ReadsTheWallClock;

/** A pure library: nothing but the JDK, no wall clock, no I/O, no cycles. Each rule is seen failing on a planted violation. */
class ArchitectureTest {
    private static final ArchRule NOTHING_BUT_THE_JDK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.redress.deadline..", "java..", "org.jspecify.annotations..")
            .because("others use this library alone; what needs a framework belongs to the service");
    private static final ArchRule NO_IO = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..")
            .because("clocks follow from events, policy and calendar alone");
    private static final List<Class<?>> CLOCKED =
            List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private static JavaClasses main() {
        JavaClasses classes = new ClassFileImporter()
                .importUrl(Clocks.class.getProtectionDomain().getCodeSource().getLocation());
        assertThat(classes.contain(Clocks.class)).isTrue();
        return classes;
    }

    private static JavaClasses planted() {
        return new ClassFileImporter().importClasses(ReadsTheWallClock.class);
    }

    private static List<ArchRule> noWallClock() {
        List<ArchRule> rules = new ArrayList<>();
        CLOCKED.forEach(type -> rules.add(noClasses()
                .should()
                .callMethod(type, "now")
                .because("time is a parameter: pass the moment asked about")));
        rules.add(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        rules.add(noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class));
        return rules;
    }

    @Test
    void nothingButTheJdkIsNeeded() {
        NOTHING_BUT_THE_JDK.check(main());
        assertThat(NOTHING_BUT_THE_JDK.evaluate(planted()).hasViolation()).isTrue();
    }

    @Test
    void nothingIsReadOrWritten() {
        NO_IO.check(main());
        assertThat(NO_IO.evaluate(planted()).hasViolation()).isTrue();
    }

    @Test
    void noWallClockIsRead() {
        noWallClock().forEach(rule -> rule.check(main()));
        assertThat(noWallClock()).anyMatch(rule -> rule.evaluate(planted()).hasViolation());
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("org.redress.deadline.(*)..")
                .should()
                .beFreeOfCycles()
                .check(main());
    }
}
