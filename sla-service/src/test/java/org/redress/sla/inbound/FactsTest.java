package org.redress.sla.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.intake.MessagePosted;
import org.redress.contract.triage.IncidentOpened;
import org.redress.contract.triage.TriageEvent;
import org.redress.deadline.complaint.EventType;
import org.redress.messaging.IncomingEvent;
import org.redress.sla.complaint.Fact;
import org.redress.sla.inbound.EventReading.Said;

/** Every event of the catalogue becomes the fact it is, read from the catalogue's own samples. */
class FactsTest {
    private static final String PREFIX = "org.redress.";

    /** Events that bear on no clock. */
    private static final Set<String> NO_FACT = Set.of(
            "evidence-added",
            "evidence-released",
            "complaint-rated",
            "remedy-recalled",
            "remedy-offered",
            "remedy-offer-ended",
            "duplicate-found",
            "incident-opened",
            "complaint-linked-to-incident",
            "incident-closed");

    @Test
    void everyEventOfTheCatalogueHasAFactOrIsKnownToBearOnNoClock() {
        var without = new TreeSet<String>();
        var with = new ArrayList<EventType>();
        for (String name : names()) {
            Fact fact = factOf(name);
            if (fact == null) {
                without.add(name);
            } else {
                with.add(fact.type());
            }
        }

        assertThat(without).isEqualTo(new TreeSet<>(NO_FACT));
        assertThat(with).doesNotHaveDuplicates();
        List<EventType> unheard = new ArrayList<>(List.of(EventType.values()));
        unheard.removeAll(with);
        assertThat(unheard).as("what the engine knows and nobody tells").containsExactly(EventType.COMPLAINT_MERGED);
    }

    @Test
    void aFactIsNamedLikeItsEventAndHasItsTime() {
        for (String name : names()) {
            Fact fact = factOf(name);
            if (fact != null) {
                assertThat(fact.type().wireName().replaceAll("(?<!^)([A-Z])", "-$1"))
                        .as(name)
                        .isEqualToIgnoringCase(name);
                assertThat(fact.at()).as(name).isBetween(Instant.parse("2026-11-22T01:30:00Z"), HALF_PAST_FOUR);
            }
        }
    }

    private static final Instant HALF_PAST_FOUR = Instant.parse("2026-11-22T04:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "freeze-ordered, f1",
        "freeze-confirmed, f1",
        "freeze-upheld, f1",
        "freeze-disputed, f1",
        "freeze-released, f1",
        "commitment-made, b3",
        "commitment-kept, b3",
        "remedy-ordered, a6",
        "remedy-executed, a6",
        "remedy-confirmed, a6",
        "remedy-disputed, a6",
        "remedy-cancelled, a6",
        "appeal-filed, a5",
        "appeal-decided, a5",
        "appeal-withdrawn, a5",
        "complaint-referred, a8",
        "referral-answered, a8",
        "referral-withdrawn, a8"
    })
    void whatThereCanBeSeveralOfIsToldApart(String name, String key) {
        assertThat(fact(name).key()).endsWith(key);
    }

    @ParameterizedTest
    @CsvSource({
        "materials-requested, 2026-11-25T16:00:00Z, AGENT agent-12",
        "merchant-asked, 2026-11-24T16:00:00Z, AGENT agent-12",
        "commitment-made, 2026-11-23T10:00:00Z, AGENT agent-12",
        "complaint-referred, 2026-12-04T16:00:00Z, AGENT agent-12"
    })
    void aRequestOrPromiseKeepsItsTimeAndWhoMadeIt(String name, Instant dueAt, String by) {
        assertThat(fact(name).dueAt()).isEqualTo(dueAt);
        assertThat(fact(name).by()).isEqualTo(by);
    }

    @Test
    void aDecisionKeepsWhenItWasServed() {
        assertThat(fact("decision-issued").servedAt()).isEqualTo("2026-11-22T03:00:01Z");
    }

    @Test
    void theBoardLearnsQueueAndOwnerFromTriage() {
        assertThat(fact("complaint-triaged").queue()).isEqualTo("qihui-delivery");
        assertThat(fact("complaint-triaged").owner()).isEqualTo("agent-12");
        assertThat(fact("complaint-assigned").owner()).isNotBlank();
        assertThat(fact("severity-changed").severity()).hasToString("URGENT");
        assertThat(fact("severity-changed").owner()).isNull();
    }

    @Test
    void aMessageIsTheComplainantsWhoeverTypedIt() {
        assertThat(message(ActorRole.COMPLAINANT, ActorRole.AGENT).fromComplainant())
                .isTrue();
        assertThat(message(ActorRole.MERCHANT, ActorRole.AGENT).fromComplainant())
                .isFalse();
        assertThat(message(ActorRole.AGENT, ActorRole.AGENT).by()).isEqualTo("AGENT");
    }

    @Test
    void anIncidentIsNoComplaintAndIsNotKeptAsOne() {
        byte[] data = sample("incident-opened");
        var event = new IncomingEvent(
                UUID.randomUUID(),
                TriageEvent.SOURCE,
                IncidentOpened.TYPE,
                UUID.randomUUID().toString(),
                "qihui",
                1,
                HALF_PAST_FOUR,
                data);

        assertThat(EventReading.read(event, () -> TriageFacts.of(TriageEvent.read(event.type(), data))))
                .isEmpty();
    }

    @Test
    void whatACallerWroteIsNotKept() {
        byte[] data = sample("materials-requested");
        IntakeEvent request = IntakeEvent.read(PREFIX + "materials-requested.v1", data);
        var event = new IncomingEvent(
                UUID.randomUUID(),
                IntakeEvent.SOURCE,
                request.type(),
                "019aa8f2-5c00-7000-8000-0000000000c1",
                "qihui",
                1,
                HALF_PAST_FOUR,
                data);

        assertThat(EventReading.read(event, () -> IntakeFacts.of(request)))
                .hasValueSatisfying(
                        kept -> assertThat(kept.json()).contains("requestId").doesNotContain("支付"));
    }

    private static Fact message(ActorRole from, ActorRole by) {
        var posted = new MessagePosted(
                UUID.randomUUID(), UUID.randomUUID(), from, null, new Actor(by, null), HALF_PAST_FOUR);
        return Objects.requireNonNull(IntakeFacts.of(posted)).fact();
    }

    private static Fact fact(String name) {
        return Objects.requireNonNull(factOf(name), name);
    }

    private static Set<String> names() {
        var names = new TreeSet<String>();
        IntakeEvent.TYPES.keySet().forEach(type -> names.add(shortName(type)));
        TriageEvent.TYPES.keySet().forEach(type -> names.add(shortName(type)));
        return names;
    }

    private static String shortName(String type) {
        return type.substring(PREFIX.length(), type.length() - 3);
    }

    private static @Nullable Fact factOf(String name) {
        String type = PREFIX + name + ".v1";
        byte[] data = sample(name);
        Said said = IntakeEvent.TYPES.containsKey(type)
                ? IntakeFacts.of(IntakeEvent.read(type, data))
                : TriageFacts.of(TriageEvent.read(type, data));
        return said == null ? null : said.fact();
    }

    private static byte[] sample(String name) {
        try (InputStream file =
                IntakeEvent.class.getResourceAsStream("/org/redress/contract/samples/" + name + "/v1/full.json")) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
