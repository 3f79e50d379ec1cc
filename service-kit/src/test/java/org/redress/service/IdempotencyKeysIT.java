package org.redress.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.redress.service.ServiceKitIT.GOOD;
import static org.redress.service.ServiceKitIT.as;
import static org.redress.service.ServiceKitIT.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;

/** Whose a key is, what for, and what is none. */
@QuarkusTest
@WithTestResource(RedressInfra.class)
@NullUnmarked
class IdempotencyKeysIT {
    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @ValueSource(strings = {"/api/notes/", "/api//notes", "/api/%6Eotes", "/api/notes;v=1", "/api/./notes"})
    void anotherSpellingOfTheAddressIsNoOtherRequest(String spelling) {
        String key = UUID.randomUUID().toString();
        String id = post(key, GOOD).statusCode(201).extract().path("id");

        var answer = as("complainant", "huijin", "u-1")
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(GOOD)
                .post(spelling);

        assertThat(answer.statusCode()).isIn(201, 404);
        if (answer.statusCode() == 201) {
            assertThat(answer.<String>path("id")).isEqualTo(id);
            assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        }
    }

    @Test
    void aSubjectInAnotherRoleIsAnotherCaller() {
        String key = UUID.randomUUID().toString();
        String id = post(key, GOOD).statusCode(201).extract().path("id");
        as("agent", "huijin", "u-1")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(GOOD)
                .post("/api/notes")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .body("id", not(equalTo(id)));
    }

    @Test
    void anAnswerStoredBeforeScopesNamedRolesIsStillGiven() {
        String key = UUID.randomUUID().toString();
        String id = post(key, GOOD).statusCode(201).extract().path("id");
        int renamed = jdbi.withHandle(
                handle -> handle.createUpdate("update idempotency_key set scope = :was where key = :key")
                        .bind("was", "huijin u-1 POST /api/notes")
                        .bind("key", key)
                        .execute());
        assertThat(renamed).isEqualTo(1);

        post(key, GOOD).statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(id));
        post(key, GOOD.replace("hello", "other")).statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a, b"})
    void aKeyThatIsNoneIsRefusedAndNothingIsDone(String key) {
        int before = NoteResource.WRITTEN.get();
        post(key, GOOD)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/Idempotency-Key"))
                .body("errors[0].code", equalTo("format"));
        as("complainant", "huijin", "u-1")
                .header("Idempotency-Key", "k-1", "k-2")
                .contentType("application/json")
                .body(GOOD)
                .post("/api/notes")
                .then()
                .statusCode(422);
        assertThat(NoteResource.WRITTEN).hasValue(before);
    }
}
