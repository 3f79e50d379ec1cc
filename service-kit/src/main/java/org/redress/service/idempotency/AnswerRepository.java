package org.redress.service.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

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

    /**
     * What is known of a key.
     *
     * @param held whether this transaction has the key now, until it ends; if not, another one has it
     * @param answer null when none was stored by the time of asking
     */
    record Known(boolean held, @Nullable StoredAnswer answer) {}

    /**
     * Takes the key, unless another transaction has it, and reads its answer.
     *
     * @param former the scope as it was written before it named roles; answers under it live on until they are forgotten
     */
    Known hold(String scope, String former, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select pg_try_advisory_xact_lock(hashtextextended(:scope || ' ' || :key, 0)) as held,
                               request_hash, status, headers, body
                        from (values (1)) as one
                        left join idempotency_key on scope in (:scope, :former) and key = :key
                        order by (scope = :scope) desc limit 1""")
                .bind("scope", scope)
                .bind("former", former)
                .bind("key", key)
                .map((row, context) -> new Known(row.getBoolean("held"), storedAnswer(row)))
                .one());
    }

    /** The answer that is stored under a key, without taking it; the scopes as for {@link #hold}. */
    Optional<StoredAnswer> find(String scope, String former, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select request_hash, status, headers, body from idempotency_key
                        where scope in (:scope, :former) and key = :key
                        order by (scope = :scope) desc limit 1""")
                .bind("scope", scope)
                .bind("former", former)
                .bind("key", key)
                .map((row, context) -> Objects.requireNonNull(storedAnswer(row)))
                .findOne());
    }

    /** Stores an answer; {@code false} when the key has one that was not there yet when the key was taken. */
    boolean insert(String scope, String key, StoredAnswer answer) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into idempotency_key (scope, key, request_hash, status, headers, body)
                        values (:scope, :key, :hash, :status, :headers::jsonb, :body)
                        on conflict (scope, key) do nothing""")
                        .bind("scope", scope)
                        .bind("key", key)
                        .bind("hash", answer.requestHash())
                        .bind("status", answer.status())
                        .bind("headers", headers(answer.headers()))
                        .bind("body", answer.body())
                        .execute()
                == 1);
    }

    void deleteOlderThan(Duration age) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from idempotency_key where created_at < now() - make_interval(secs => :age)")
                .bind("age", age.toSeconds())
                .execute());
    }

    private @Nullable StoredAnswer storedAnswer(ResultSet row) throws SQLException {
        String hash = row.getString("request_hash");
        if (hash == null) {
            return null;
        }
        try {
            return new StoredAnswer(
                    hash,
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
