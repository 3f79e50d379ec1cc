package org.redress.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.CallerMatrix;
import org.redress.infra.hostile.HostileRequests;
import org.redress.infra.hostile.Scene;
import org.redress.infra.hostile.StoredRows;

/** Every operation of the document, called by those who may not, and with what nobody should send. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class EveryOperationIT {
    /** The service writes to these by itself. */
    private static final Set<String> OF_THE_SERVICE = Set.of("outbox");

    @Test
    void saysWhoMayCallItAndRefusesTheOthersWithoutATrace() {
        var matrix = new CallerMatrix(service());
        assertThat(matrix.operations()).hasSizeGreaterThan(5);
        assertThat(matrix.forNobody()).isEmpty();
        try (var rows = new StoredRows(OF_THE_SERVICE)) {
            var before = rows.read();

            matrix.callByTheWrongOnes("kamen", "u-1", UUID.randomUUID().toString());

            assertThat(matrix.faults()).isEmpty();
            assertThat(rows.read()).isEqualTo(before);
        }
    }

    @Test
    void answersWhateverIsSentAsDocumentedAndARefusalLeavesNothing() {
        var outcome = new HostileRequests(service()).run(2_000, EveryOperationIT::scene, OF_THE_SERVICE);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.sent()).as("of 2,000, in the time there is").isGreaterThan(300);
        assertThat(outcome.statuses()).containsKeys(200, 400, 404, 405, 415, 422);
    }

    private static URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    private static Scene scene() {
        return new Scene("kamen", UUID.randomUUID().toString(), Map.of(), List.of(), List.of());
    }
}
