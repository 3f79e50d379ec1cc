package org.redress.system.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** The rules of the house. Each says how to mend what it finds. */
final class HouseRules {
    static final List<String> SERVICES = List.of("intake", "triage", "sla", "notification");

    private static final Set<String> CLOCK_READINGS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.lang.System.currentTimeMillis",
            "java.lang.Thread.sleep");

    /** What a record, enum or sealed type is named that belongs to an edge: HTTP bodies, settings. */
    private static final Set<String> EDGE_TYPES = Set.of(
            "Request",
            "View",
            "Answer",
            "Parameters",
            "Viewer",
            "Config",
            "Settings",
            "Resource",
            "Repository",
            "Consumer",
            "Publisher");

    /** The package of a service where other services' events come in. */
    private static final String INBOUND = ".inbound";

    private static final String HTTP_BODY = "org.eclipse.microprofile.openapi.annotations.media.Schema";

    private HouseRules() {}

    /**
     * Values are domain: every record and enum of a service that is no HTTP body and no setting, and all
     * of the deadline engine. They know nothing of frameworks, databases and clocks.
     */
    static ArchRule domainIsPlainJava() {
        return noClasses()
                .that(areValuesOfAService().or(resideInAPackage("org.redress.deadline..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.vertx..",
                        "io.smallrye..",
                        "org.eclipse.microprofile..",
                        "org.jdbi..",
                        "java.sql..",
                        "javax.sql..",
                        "org.apache.kafka..",
                        "com.fasterxml.jackson.databind..",
                        "org.redress.messaging..",
                        "org.redress.service.."))
                .because(
                        "the domain is plain Java: move the technical part to a Resource, Consumer, Publisher or Repository,"
                                + " and say of an HTTP body that it is one (@Schema, or a name like ...Request, ...View, ...Answer)");
    }

    static ArchRule timeIsAParameter() {
        return classes()
                .that(resideInAnyPackage("org.redress..")
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "org.redress.service.time..",
                                "org.redress.infra..",
                                "org.redress.launcher..",
                                "org.redress.benchmarks..",
                                "org.redress.system.."))))
                .should(not(callMethodWhere(readsTheClock())))
                .because("time is a parameter: take an Instant, or inject the Clock that service-kit produces");
    }

    static ArchRule servicesDoNotKnowEachOther(String service) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "org.redress." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage("org.redress." + service + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .because("services share events and nothing else: put what both need into event-contract or a kit");
    }

    static ArchRule foreignEventsStopAtTheEdge(String service) {
        String[] foreign = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "org.redress.contract." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage("org.redress." + service + "..")
                        .and(DescribedPredicate.not(simpleNameEndingWith("Consumer")))
                        .and(DescribedPredicate.not(resideInAPackage("..inbound..")))
                        .and(DescribedPredicate.not(isNestedInA("Consumer"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(foreign))
                .because(
                        "another service's events are translated in a Consumer or in inbound; no foreign type reaches the domain");
    }

    static ArchRule featuresHaveNoCycles(String service) {
        return slices().matching("org.redress." + service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("features that need each other both ways are one feature, or hide a third");
    }

    static ArchRule everyResourceMethodSaysWhoMayCallIt() {
        return methods()
                .that(areResourceMethods())
                .should(beAnnotatedForSomebody())
                .because("what says nothing is denied: add @RolesAllowed, or @PermitAll if it is public on purpose");
    }

    static ArchRule dependenciesComeByConstructor() {
        return fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("dependencies and settings come through the constructor");
    }

    static ArchRule namesSayWhatAThingIs() {
        return classes()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Base)")
                .because("Impl, Util, Helper, Manager and Base say nothing: name the thing");
    }

    static ArchRule theContractIsDataOnly() {
        return noClasses()
                .that(resideInAPackage("org.redress.contract.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta..", "io.quarkus..", "org.jdbi..", "org.apache.kafka.."))
                .because("event-contract is data: no rules, no clients, no entities");
    }

    static ArchRule theMessagingKitKnowsNoComplaints() {
        return noClasses()
                .that(resideInAPackage("org.redress.messaging.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.redress.contract..", "org.redress.deadline.."))
                .because("messaging-kit is mechanism only");
    }

    private static DescribedPredicate<JavaClass> areValuesOfAService() {
        return DescribedPredicate.describe(
                "values of a service",
                type -> SERVICES.stream().anyMatch(name -> type.getPackageName().startsWith("org.redress." + name))
                        && (type.isRecord() || type.isEnum())
                        && !isEdgeType(type));
    }

    private static boolean isEdgeType(JavaClass type) {
        return EDGE_TYPES.stream().anyMatch(type.getSimpleName()::endsWith)
                || type.isAnnotatedWith(HTTP_BODY)
                || type.getPackageName().endsWith(INBOUND)
                || type.getEnclosingClass().map(HouseRules::isEdgeType).orElse(false);
    }

    private static DescribedPredicate<JavaMethodCall> readsTheClock() {
        return DescribedPredicate.describe("read the machine's clock", call -> {
            var target = call.getTarget();
            boolean takesClock =
                    target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
            return !takesClock && CLOCK_READINGS.contains(target.getOwner().getName() + "." + target.getName());
        });
    }

    private static DescribedPredicate<JavaClass> isNestedInA(String suffix) {
        return DescribedPredicate.describe(
                "nested in a " + suffix,
                type -> type.getEnclosingClass()
                        .map(outer -> outer.getSimpleName().endsWith(suffix))
                        .orElse(false));
    }

    private static DescribedPredicate<JavaMethod> areResourceMethods() {
        return DescribedPredicate.describe(
                "answer HTTP",
                method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
                                        .contains(annotation.getRawType().getSimpleName())
                                && annotation.getRawType().getPackageName().equals("jakarta.ws.rs")));
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaMethod> beAnnotatedForSomebody() {
        return com.tngtech.archunit.lang.conditions.ArchConditions.be(DescribedPredicate.describe(
                "annotated with who may call it", method -> says(method) || says(method.getOwner())));
    }

    private static boolean says(com.tngtech.archunit.core.domain.properties.CanBeAnnotated element) {
        return element.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                || element.isAnnotatedWith("jakarta.annotation.security.PermitAll")
                || element.isAnnotatedWith("jakarta.annotation.security.DenyAll")
                || element.isAnnotatedWith("io.quarkus.security.Authenticated");
    }
}
