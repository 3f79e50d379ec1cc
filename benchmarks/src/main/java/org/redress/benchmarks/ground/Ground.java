package org.redress.benchmarks.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.infra.FreePorts;
import org.redress.infra.LocalPostgres;
import org.redress.infra.TokenIssuer;

/** What all contenders stand on: one PostgreSQL with fsync on, and the issuer that the service's callers need. */
public final class Ground implements AutoCloseable {
    /** The superuser, who may do all without a password on this machine's loopback address. */
    public static final String USER = "postgres";

    private final Path folder;
    private final LocalPostgres postgres;
    private final TokenIssuer issuer;
    private final int issuerPort;

    private Ground(Path folder, LocalPostgres postgres, TokenIssuer issuer, int issuerPort) {
        this.folder = folder;
        this.postgres = postgres;
        this.issuer = issuer;
        this.issuerPort = issuerPort;
    }

    /** Starts it in a folder of its own. Commits keep their time, so that nobody has to watch for them. */
    public static Ground start(String bench) throws IOException, SQLException {
        return start(bench, false);
    }

    /**
     * The same.
     *
     * @param counting whether the server counts what each statement costs, which costs it something itself
     */
    public static Ground start(String bench, boolean counting) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("redress-bench-" + bench);
        Path cluster = folder.resolve("postgres");
        int port = FreePorts.next();
        try (LocalPostgres first = LocalPostgres.start(cluster, port, true);
                var connection = first.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
            statement.execute("alter system set max_wal_size = '8GB'");
            statement.execute("alter system set checkpoint_timeout = '1h'");
            statement.execute("alter system set shared_buffers = '512MB'");
            if (counting) {
                statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
                statement.execute("alter system set pg_stat_statements.track_planning = on");
            }
        }
        Files.deleteIfExists(cluster.resolve("epg-lock"));
        int issuerPort = FreePorts.next();
        var issuer = TokenIssuer.start(folder.resolve("issuer.jwk"), issuerPort, Map.of());
        return new Ground(folder, LocalPostgres.start(cluster, port, true), issuer, issuerPort);
    }

    /** Where everything of the run is, also the logs of its services; gone when it closes. */
    public Path folder() {
        return folder;
    }

    /** An empty database. */
    public Database create(String name) throws SQLException {
        postgres.createDatabase(name);
        return open(name);
    }

    /** A copy of a database to which nobody is connected. */
    public Database copy(String of, String name) throws SQLException {
        try (Database any = open("postgres")) {
            any.run("create database " + name + " template " + of);
        }
        return open(name);
    }

    /** Another connection to a database. */
    public Database open(String name) throws SQLException {
        return new Database(postgres.jdbcUrl(name));
    }

    /** Writes out what is in memory, so that no contender pays for another's pages. No checkpoint comes by itself. */
    public void settle() throws SQLException {
        try (Database any = open("postgres")) {
            any.run("checkpoint");
        }
    }

    /** The variables with which a service finds the issuer. */
    public Map<String, String> issuerVariables() {
        String address = TokenIssuer.issuerAt(issuerPort);
        return Map.of("REDRESS_ISSUER", address, "REDRESS_JWKS_URL", address + "/jwks");
    }

    /** A signed access token for an hour. */
    public String token(String platform, String role, String subject) {
        return issuer.token(platform, List.of(role), subject, Duration.ofHours(1));
    }

    /** The pid of the database server's first process. */
    public long postgresPid() {
        return postgres.pid().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        issuer.close();
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
