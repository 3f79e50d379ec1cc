package org.redress.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class BadRequestsIT {
    @Test
    void everyBadRequestOfTheTableIsRefusedAsItSays() throws IOException {
        String table;
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream("/bad-requests.txt"))) {
            table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        var rows = table.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\|", -1))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        SoftAssertions.assertSoftly(softly -> rows.forEach(row -> check(softly, row)));
    }

    private static void check(SoftAssertions softly, String[] row) {
        String title = row[0].strip();
        String role = row[1].strip();
        String[] request = row[2].strip().split(" ");
        var caller = role.equals("-") ? given() : Service.as(role, "qihui", "bad-1");
        var answer = caller.urlEncodingEnabled(false).request(request[0], request[1]);
        softly.assertThat(answer.statusCode()).as(title).isEqualTo(Integer.parseInt(row[3].strip()));
        softly.assertThat(answer.contentType()).as(title).startsWith("application/problem+json");
        if (answer.contentType().startsWith("application/problem+json")) {
            softly.assertThat(answer.jsonPath().getString("code")).as(title).isEqualTo(row[4].strip());
            if (!row[5].isBlank()) {
                softly.assertThat(answer.jsonPath().getString("errors[0].pointer"))
                        .as(title)
                        .isEqualTo(row[5].strip());
            }
        }
    }
}
