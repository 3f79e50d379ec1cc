package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.redress.launcher.Redress;

/** What must hold when parts die: every acknowledged complaint ends with one of each, and nothing is done twice. */
class FaultsST {
    private static final List<String> SERVICES = List.of("intake", "triage", "sla", "notification");
    private static final List<String> TOPICS =
            List.of("complaint-events", "triage-events", "sla-events", "notification-events");
    private static final Duration DRAINED = Duration.ofMinutes(2);

    private final Redress redress = RunningSystem.redress();
    private final Client client = RunningSystem.client();

    @Test
    void killingEachServiceInTurnLosesAndDoublesNothing() {
        try (var filing = Filing.start(client, 200, Duration.ofMillis(150))) {
            for (String service : SERVICES) {
                filing.awaitAcknowledged(20);
                redress.service(service).crash();
                redress.service(service).awaitReady();
            }
            assertEachHasOneOfEverything(filing.all());
        }
    }

    @Test
    void aMinuteWithoutKafkaDelaysButLosesNothing() {
        redress.kafka().stop();
        try (var filing = Filing.start(client, 120, Duration.ofMillis(500))) {
            var acknowledged = filing.all();
            assertThat(filing.retries())
                    .as("filing needs nothing but the database")
                    .isZero();
            redress.kafka().start();
            assertEachHasOneOfEverything(acknowledged);
        }
    }

    @Test
    void readingEverythingAgainFromTheBeginningDoesNothingAgain() throws Exception {
        try (var filing = Filing.start(client, 20, Duration.ZERO);
                var admin = Admin.create(Map.of("bootstrap.servers", redress.bootstrapServers()))) {
            assertEachHasOneOfEverything(filing.all());
            Ladder ladder = Ladder.climb(client);
            ladder.assertEachLevelReachedItsReceiverOnce();
            await().atMost(DRAINED).untilAsserted(() -> assertThat(lag(admin)).isZero());
            var before = outside(admin);

            SERVICES.forEach(service -> redress.service(service).stop());
            for (String service : SERVICES) {
                resetToZero(admin, service);
            }
            assertThat(lag(admin)).as("all is to be read again").isPositive();
            SERVICES.forEach(service -> redress.service(service).start());

            await().atMost(DRAINED).untilAsserted(() -> assertThat(lag(admin)).isZero());
            assertThat(outside(admin)).isEqualTo(before);
            assertEachHasOneOfEverything(filing.all());
            ladder.assertEachLevelReachedItsReceiverOnce();
        }
    }

    /** One record, one triage result, one set of clocks, one SMS and one inbox message each. */
    private void assertEachHasOneOfEverything(List<Filing.Filed> complaints) {
        String ops = client.token("ops", Filing.PLATFORM, "ops-1");
        await().atMost(DRAINED)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(redress.sms().accepted())
                        .extracting(sms -> sms.path("text").asText())
                        .satisfies(texts -> assertThat(complaints)
                                .allSatisfy(filed -> assertThat(texts)
                                        .filteredOn(text -> text.contains(filed.number()))
                                        .hasSize(1))));
        await().atMost(DRAINED)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(complaints).allSatisfy(filed -> {
                    String token = client.token("complainant", Filing.PLATFORM, filed.complainant());
                    assertThat(client.items("/api/v1/complaints", token))
                            .extracting(complaint -> complaint.path("id").asText())
                            .containsExactly(filed.id());
                    assertThat(client.get("/api/v1/triage/complaints/" + filed.id(), ops)
                                    .text("severity"))
                            .isNotBlank();
                    assertThat(client.get("/api/v1/sla/complaints/" + filed.id(), ops)
                                    .body()
                                    .path("clocks"))
                            .extracting(clock -> clock.path("metric").asText()
                                    + clock.path("cycle").asInt())
                            .isNotEmpty()
                            .doesNotHaveDuplicates();
                    assertThat(client.items("/api/v1/inbox", token)).hasSize(1);
                }));
    }

    private record Outside(int sms, int freezes, Map<String, Long> records) {}

    private Outside outside(Admin admin) throws ExecutionException, InterruptedException {
        var records = ends(admin).entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().topic(), Collectors.summingLong(Map.Entry::getValue)));
        return new Outside(
                redress.sms().accepted().size(), redress.platform().orders().size(), records);
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        var latest = admin.describeTopics(TOPICS).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static long lag(Admin admin) throws ExecutionException, InterruptedException {
        var ends = ends(admin);
        long lag = 0;
        for (String service : SERVICES) {
            for (var committed : admin.listConsumerGroupOffsets(service)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                lag += ends.getOrDefault(committed.getKey(), 0L)
                        - committed.getValue().offset();
            }
        }
        return lag;
    }

    private static void resetToZero(Admin admin, String group) throws ExecutionException, InterruptedException {
        var zero = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
        admin.alterConsumerGroupOffsets(group, zero).all().get();
    }
}
