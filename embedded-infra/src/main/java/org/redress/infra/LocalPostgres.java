package org.redress.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL server as a child process, from binaries that come as Maven artifacts. Its data directory persists.
 *
 * <p>Safe for use by several threads once started.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final String PASSWORDS_ONLY = """
        local all all scram-sha-256
        host all all 127.0.0.1/32 scram-sha-256
        host all all ::1/128 scram-sha-256
        """;

    private final EmbeddedPostgres server;
    private final Path dataDir;

    private LocalPostgres(EmbeddedPostgres server, Path dataDir) {
        this.server = server;
        this.dataDir = dataDir;
    }

    /**
     * Starts a server on the loopback address and returns once it answers.
     *
     * @param dataDir the cluster; created when it is new, continued (with crash recovery) when not
     * @param durable {@code true}: an acknowledged commit survives a crash (fsync on); {@code false}: faster, for tests
     * @throws IOException when the server does not come up
     */
    public static LocalPostgres start(Path dataDir, int port, boolean durable) throws IOException {
        return new LocalPostgres(settings(dataDir, port, durable).start(), dataDir);
    }

    /**
     * Starts a durable server that keeps running until {@link #close()}: the end of this JVM alone does not stop it, so that
     * its users can be stopped first. Nobody gets in without a password, not even the superuser from this machine. Its log
     * names no statement and no values, since they may hold personal data.
     *
     * @param log where it writes its messages, appending
     * @param password the superuser's, the same at each start of this cluster
     * @throws IOException when the server does not come up within a minute (a crashed one replays its journal first)
     */
    public static LocalPostgres serve(Path dataDir, int port, Path log, String password) throws IOException {
        EmbeddedPostgres server = settings(dataDir, port, true)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_error_verbosity", "terse")
                .setConnectConfig("password", password)
                .start();
        var postgres = new LocalPostgres(server, dataDir);
        try {
            postgres.demandPasswords(password);
            return postgres;
        } catch (IOException | SQLException e) {
            postgres.close();
            throw new IOException("passwords cannot be set up: " + e.getMessage(), e);
        }
    }

    /** A new cluster trusts everyone on this machine; from now on it does not. */
    private void demandPasswords(String password) throws IOException, SQLException {
        Path rules = dataDir.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(PASSWORDS_ONLY)) {
            return;
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password.replace("'", "''") + "'");
            Files.writeString(rules, PASSWORDS_ONLY);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static EmbeddedPostgres.Builder settings(Path dataDir, int port, boolean durable) throws IOException {
        Files.createDirectories(dataDir.toAbsolutePath().getParent());
        String safety = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(dataDir)
                .setCleanDataDirectory(false)
                // zonky's own defaults trade durability for speed; say it either way.
                .setServerConfig("fsync", safety)
                .setServerConfig("synchronous_commit", safety)
                .setServerConfig("full_page_writes", safety)
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC");
    }

    /** The JDBC URL of a database on this server, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** The port the server listens on. */
    public int port() {
        return server.getPort();
    }

    /** A connection as superuser; the caller closes it. */
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /**
     * Creates a database if it is absent.
     *
     * @param database lower-case letters, digits and underscores
     */
    public void createDatabase(String database) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + checked(database) + "'");
            if (!found.next()) {
                statement.execute("create database " + database);
            }
        }
    }

    /**
     * Creates a database with an owner of its own, or sets the owner's password if they exist.
     *
     * @param owner a role that may log in and owns this database only
     */
    public void createDatabase(String database, String owner, String password) throws SQLException {
        createRole(owner, password);
        createDatabase(database);
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("alter database " + checked(database) + " owner to " + owner);
            statement.execute("revoke connect on database " + database + " from public");
        }
    }

    /**
     * Creates a role that may log in to a database and owns nothing in it, or sets its password if it exists. What it may do
     * there, the database's owner grants.
     */
    public void createUser(String user, String password, String database) throws SQLException {
        createRole(user, password);
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("grant connect on database " + checked(database) + " to " + user);
        }
    }

    private void createRole(String role, String password) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_roles where rolname = '" + checked(role) + "'");
            String verb = found.next() ? "alter" : "create";
            statement.execute(verb + " role " + role + " login password '" + password.replace("'", "''") + "'");
        }
    }

    /** The pid of the server's first process, from its pid file; empty when it is not running. */
    public Optional<Long> pid() {
        return pid(dataDir);
    }

    /** The pid noted in a cluster's {@code postmaster.pid}; the process may be gone. */
    public static Optional<Long> pid(Path dataDir) {
        try {
            return Files.readAllLines(dataDir.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.trim()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Stops the server; its data stays. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        return name;
    }
}
