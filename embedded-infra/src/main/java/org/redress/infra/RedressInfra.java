package org.redress.infra;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The real parts for a module's tests: one PostgreSQL, one Kafka broker and one token issuer for the whole test JVM, each
 * on a free port. They are started with the first test that asks and stop with the JVM, so that many test classes share
 * them. Use it with {@code @WithTestResource(RedressInfra.class)}.
 */
public final class RedressInfra implements QuarkusTestResourceLifecycleManager {
    private static final String DATABASE = "redress_test";
    /** A role that owns nothing; its password is its name. */
    private static final String RESTRICTED = "redress_restricted";
    /** An Ed25519 key for tests alone, PKCS#8 as base64. */
    private static final String CHAIN_KEY = "MC4CAQAwBQYDK2VwBCIEIP/jMfgNYq4CWCfh2TR8ueBK5Rbc+U+rz5KjSWdbJ5a6";

    /** Started at most once a JVM, by the class loader's own lock. */
    private static final class Running {
        private static final LocalPostgres POSTGRES;
        private static final EmbeddedKafka KAFKA;
        private static final TokenIssuer ISSUER;
        private static final Path ROOTS;

        static {
            try {
                Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "infra");
                POSTGRES = LocalPostgres.start(dir.resolve("postgres"), FreePorts.next(), false);
                POSTGRES.createDatabase(DATABASE);
                POSTGRES.createUser(RESTRICTED, RESTRICTED, DATABASE);
                ROOTS = dir.resolve("roots").toAbsolutePath();
                KAFKA = EmbeddedKafka.start(dir.resolve("kafka"), FreePorts.next());
                ISSUER = TokenIssuer.start(
                        dir.resolve("issuer.jwk"), FreePorts.next(), Map.of("notification", "test-secret"));
            } catch (IOException | SQLException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    /** The settings a service under test needs, by the names of its environment variables. */
    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("REDRESS_DB_URL", jdbcUrl()),
                Map.entry("REDRESS_DB_USER", "postgres"),
                Map.entry("REDRESS_DB_PASSWORD", "postgres"),
                Map.entry("REDRESS_CHAIN_ROOTS", Running.ROOTS.toString()),
                Map.entry("REDRESS_CHAIN_KEY", CHAIN_KEY),
                Map.entry("REDRESS_KAFKA", bootstrapServers()),
                Map.entry("REDRESS_ISSUER", Running.ISSUER.issuer()),
                Map.entry("REDRESS_JWKS_URL", Running.ISSUER.jwksUrl()),
                Map.entry("REDRESS_TOKEN_URL", Running.ISSUER.tokenUrl()),
                Map.entry("REDRESS_CLIENT_ID", "notification"),
                Map.entry("REDRESS_CLIENT_SECRET", "test-secret"),
                Map.entry("quarkus.http.test-port", "0"));
    }

    /** Nothing: the parts are shared by all test classes of this JVM and stop with it. */
    @Override
    public void stop() {
        // Stopping here would restart a broker for each test profile.
    }

    /** The JDBC URL of the test database; user and password are {@code postgres}. */
    public static String jdbcUrl() {
        return Running.POSTGRES.jdbcUrl(DATABASE);
    }

    /** The test database's server. */
    public static LocalPostgres postgres() {
        return Running.POSTGRES;
    }

    /** The broker's address. */
    public static String bootstrapServers() {
        return Running.KAFKA.bootstrapServers();
    }

    /** The issuer whose tokens the service under test accepts. */
    public static TokenIssuer issuer() {
        return Running.ISSUER;
    }

    /** An access token that is valid for an hour. */
    public static String token(String role, String platform, String subject) {
        return Running.ISSUER.token(platform, List.of(role), subject, Duration.ofHours(1));
    }
}
