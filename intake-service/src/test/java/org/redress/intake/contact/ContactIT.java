package org.redress.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.file;
import static org.redress.intake.Desk.filed;
import static org.redress.intake.Desk.filing;
import static org.redress.intake.Desk.someone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class ContactIT {
    @Test
    void aServiceGetsTheContactAndTheLookIsLogged() {
        String me = someone();
        String id = filed("huijin", me);
        as("service", "*", "notification")
                .get("/api/v1/complaints/" + id + "/contact?purpose=filed-notice")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("complainantId", equalTo(me))
                .body("phone", equalTo("+8613800138000"))
                .body("email", equalTo("ming@example.com"))
                .body("name", equalTo("张小明"))
                .body("language", equalTo("zh-CN"));
        assertThat(Ledger.texts(
                        "select subject || ' ' || why || ' ' || platform from access_log where complaint_id = ?",
                        UUID.fromString(id)))
                .containsExactly("notification filed-notice huijin");
    }

    @Test
    void someoneWithoutPhoneOrMailStillHasAContact() {
        String me = someone();
        ObjectNode body = filing("huijin", me);
        body.putObject("complainant").put("id", me);
        String id = file("huijin", me, body).then().statusCode(201).extract().path("id");
        as("service", "*", "notification")
                .get("/api/v1/complaints/" + id + "/contact")
                .then()
                .statusCode(200)
                .body("complainantId", equalTo(me))
                .body("phone", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complainant", "agent", "supervisor", "ops", "platform", "partner", "admin", "merchant"})
    void nobodyElseGetsIt(String role) {
        String me = someone();
        String id = filed("huijin", me);
        as(role, "huijin", me)
                .get("/api/v1/complaints/" + id + "/contact")
                .then()
                .statusCode(403);
        assertThat(Ledger.texts("select id from access_log where complaint_id = ?", UUID.fromString(id)))
                .isEmpty();
    }

    @Test
    void aServiceOfOnePlatformSeesNoOther() {
        String id = filed("huijin", someone());
        as("service", "qihui", "notification")
                .get("/api/v1/complaints/" + id + "/contact")
                .then()
                .statusCode(404);
    }
}
