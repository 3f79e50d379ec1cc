package org.redress.service.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.idempotency.AnswerRepository.Known;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/**
 * Runs a creating request at most once per {@code Idempotency-Key}: the same key and request get the stored answer, the
 * same key with another request is refused (422), one that is still being worked on too (409). Keys belong to one caller in
 * its roles and to one path, however that is written. Refused requests leave nothing, so that a corrected one may use the key again.
 *
 * <p>Thread-safe, also across instances: the key is held by an advisory lock of the database until the transaction ends.
 * The lock closes the race of two requests with one key that both find no stored answer. One race is left: the answer is
 * read as of the moment before the lock is had. Who loses it finds the key's row taken at the end, is told that the request
 * was in flight, and leaves nothing.
 */
@ApplicationScoped
public class IdempotentRequests {
    /** Tells a client that the answer is the one given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final AnswerRepository answers;
    private final ObjectMapper json;
    private final Caller caller;
    private final RoutingContext request;
    private final Duration keep;

    IdempotentRequests(
            AnswerRepository answers,
            ObjectMapper json,
            Caller caller,
            RoutingContext request,
            @ConfigProperty(name = "redress.idempotency.keep", defaultValue = "PT48H") Duration keep) {
        this.answers = answers;
        this.json = json;
        this.caller = caller;
        this.request = request;
        this.keep = keep;
    }

    /**
     * Runs {@code act} in a transaction of the caller's or its own, or answers as before.
     *
     * @param key the header's value; absent: {@code act} simply runs. A header without a value is not absent
     * @param body the request as read; equal JSON counts as the same request
     * @param act does the work and answers; its entity is stored as JSON
     * @throws ProblemException 422 when the key is no key or came with another request, 409 while it is in flight
     */
    @Transactional
    public Response once(@Nullable String key, Object body, Supplier<Response> act) {
        List<String> given = request.request().headers().getAll(HEADER);
        if (key == null && given.isEmpty()) {
            return act.get();
        }
        String named = requireKey(key, given);
        String scope = scope();
        Known known = answers.hold(scope, formerScope(), named);
        if (!known.held()) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_IN_FLIGHT);
        }
        StoredAnswer stored = known.answer();
        String hash = hash(body);
        return stored == null ? store(scope, named, hash, act.get()) : replay(stored, hash);
    }

    /**
     * The answer given before, for requests that need more than their body to be worked on: asked before that, a repeat
     * costs nothing of it. Whoever finds none goes on to {@link #once}.
     *
     * @param body the request as read, as for {@link #once}
     * @throws ProblemException 422 when the key is no key or came with another request
     */
    public Optional<Response> answered(@Nullable String key, Object body) {
        return stored(key).map(stored -> replay(stored, hash(body)));
    }

    /**
     * Whether the key has an answer, whatever it was asked for.
     *
     * @throws ProblemException 422 when the key is no key
     */
    public boolean isAnswered(@Nullable String key) {
        return stored(key).isPresent();
    }

    private Optional<StoredAnswer> stored(@Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        String named = requireKey(key, request.request().headers().getAll(HEADER));
        return answers.find(scope(), formerScope(), named);
    }

    private String requireKey(@Nullable String key, List<String> given) {
        if (key == null || given.size() > 1 || !KEY.matcher(key).matches()) {
            throw ProblemException.invalid(new FieldError("/" + HEADER, "format", refusal()));
        }
        return key;
    }

    /** A subject is one person's in one role alone: an agent with a complainant's subject is another caller. */
    private String scope() {
        return String.join(
                " ",
                caller.platform(),
                caller.subject(),
                String.join(",", new TreeSet<>(caller.roles())),
                request.request().method().name(),
                CanonicalPath.of(request.normalizedPath()));
    }

    private String formerScope() {
        return String.join(
                " ",
                caller.platform(),
                caller.subject(),
                request.request().method().name(),
                request.request().path());
    }

    private String refusal() {
        var language = Languages.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return Languages.texts("org.redress.service.idempotency.refusals", language)
                .getString("key");
    }

    /** Forgets keys that are older than {@code redress.idempotency.keep}. */
    @Scheduled(every = "1h", delayed = "10m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void forgetOldKeys() {
        answers.deleteOlderThan(keep);
    }

    private static Response replay(StoredAnswer stored, String hash) {
        if (!stored.requestHash().equals(hash)) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        var answer = Response.status(stored.status()).header(REPLAYED, "true");
        if (stored.body() != null) {
            answer.type(MediaType.APPLICATION_JSON).entity(stored.body());
        }
        stored.headers().forEach(answer::header);
        return answer.build();
    }

    /** The answer goes out as it is stored: written once, and the same to the letter when it is repeated. */
    private Response store(String scope, String key, String hash, Response response) {
        String text = text(response.getEntity());
        if (!answers.insert(scope, key, StoredAnswer.of(hash, response, text))) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_IN_FLIGHT);
        }
        return text == null
                ? response
                : Response.fromResponse(response)
                        .entity(text)
                        .type(MediaType.APPLICATION_JSON)
                        .build();
    }

    private String hash(Object body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a request that was read can be written and hashed", e);
        }
    }

    private @Nullable String text(@Nullable Object entity) {
        try {
            return entity == null ? null : json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always writable", e);
        }
    }

    /** The headers that are part of a stored answer. */
    static final List<String> KEPT_HEADERS = List.of("Location", "ETag");
}
