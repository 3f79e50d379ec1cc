package org.redress.service.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table of answers given under a key. */
@ApplicationScoped
class AnswerRepository {
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;

    AnswerRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Takes the key until the transaction ends; {@code false} when another transaction has it. */
    boolean hold(String scope, String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                        .bind("name", scope + " " + key)
                        .mapTo(Boolean.class)
                        .one());
    }

    Optional<StoredAnswer> find(String scope, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select request_hash, status, headers, body from idempotency_key
                        where scope = :scope and key = :key""")
                .bind("scope", scope)
                .bind("key", key)
                .map((row, context) -> storedAnswer(row))
                .findOne());
    }

    void insert(String scope, String key, StoredAnswer answer) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into idempotency_key (scope, key, request_hash, status, headers, body)
                        values (:scope, :key, :hash, :status, :headers::jsonb, :body)""")
                .bind("scope", scope)
                .bind("key", key)
                .bind("hash", answer.requestHash())
                .bind("status", answer.status())
                .bind("headers", headers(answer.headers()))
                .bind("body", answer.body())
                .execute());
    }

    void deleteOlderThan(Duration age) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from idempotency_key where created_at < now() - make_interval(secs => :age)")
                .bind("age", age.toSeconds())
                .execute());
    }

    private StoredAnswer storedAnswer(ResultSet row) throws SQLException {
        try {
            return new StoredAnswer(
                    row.getString("request_hash"),
                    row.getInt("status"),
                    json.readValue(row.getString("headers"), HEADERS),
                    row.getString("body"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored headers are JSON of ours", e);
        }
    }

    private String headers(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always writable", e);
        }
    }
}
