package org.redress.notification;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.redress.notification");

    @Test
    void rulesOfWhoIsToldWhatArePlainJava() {
        classes()
                .that()
                .resideInAPackage("..planning..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.redress.notification.planning..", "java..", "org.jspecify..")
                .because("the domain outlives its framework")
                .check(HOUSE);
    }

    @Test
    void contractsOfOthersStayAtTheEdges() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..inbound..", "..outbound..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.redress.contract..")
                .because("no foreign type reaches the inside: translate in inbound or outbound")
                .check(HOUSE);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("org.redress.notification.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void nobodyReadsTheWallClockOrSleeps() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("due times are the database's, everything else gets a Clock")
                .check(HOUSE);
    }

    @Test
    void everyResourceMethodSaysWhoMayCallIt() {
        methods()
                .that(describe("are called over HTTP", ArchitectureTest::isCalledOverHttp))
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .because("what says nothing is denied")
                .check(HOUSE);
    }

    private static boolean isCalledOverHttp(JavaMethod method) {
        return method.getOwner().isAnnotatedWith(Path.class) && method.isMetaAnnotatedWith(HttpMethod.class);
    }
}
