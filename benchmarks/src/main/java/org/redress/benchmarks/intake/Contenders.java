package org.redress.benchmarks.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.benchmarks.ground.BrokerProcess;
import org.redress.benchmarks.ground.Database;
import org.redress.benchmarks.ground.Ground;
import org.redress.benchmarks.ground.ServiceProcess;
import org.redress.benchmarks.load.Shot;
import org.redress.launcher.Redress;
import org.redress.launcher.run.Application;

/**
 * One PostgreSQL with two databases of the service, a broker, and filings to copy.
 *
 * @param intake the service's
 * @param limit a copy of it, for the bare inserts
 * @param rows what filings leave, one for each kind of filing in the load
 * @param jvm options of the service's JVM while it is measured
 */
record Contenders(
        Ground ground, BrokerProcess broker, Database intake, Database limit, List<SameRows> rows, List<String> jvm)
        implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** For the work before anybody is measured. */
    private static final List<String> PLAIN = List.of("-Xmx512m");

    private static final String CHAIN_KEY = signingKey();

    /** The database as it was before anybody was measured; nobody is connected to it. */
    private static final String TEMPLATE = "intake_template";

    private static final int AT_ONCE = 200_000;

    /** Tables, platforms and the shipped policies, as the services themselves set them up, and a few filings. */
    static Contenders prepare(Ground ground, List<String> jvm) throws IOException, SQLException, InterruptedException {
        BrokerProcess broker = BrokerProcess.start(ground);
        List<SameRows> rows;
        try (Database empty = ground.create("intake");
                ServiceProcess service =
                        service(ground, empty, broker, Map.of("REDRESS_INTAKE_CHAIN_EVERY", "PT1H"), PLAIN)) {
            takePolicies(ground, empty, broker);
            rows = sample(empty, service, new Filings(ground));
            empty.await(1, "select case when count(*) = 0 then 1 else 0 end from outbox where sent_at is null");
        }
        ground.copy("intake", TEMPLATE).close();
        Database limit = ground.copy("intake", "intake_limit");
        return new Contenders(ground, broker, ground.open("intake"), limit, rows, jvm);
    }

    /** The service as it is shipped, with the broker up. */
    ServiceProcess service() throws IOException, InterruptedException {
        return service(intake);
    }

    /** The service on another database. */
    ServiceProcess service(Database database) throws IOException, InterruptedException {
        return service(ground, database, broker, Map.of(), jvm);
    }

    /** A database of the service with so many complaints of the last two years. */
    Database filled(String name, int complaints) throws SQLException {
        Database database = ground.copy(TEMPLATE, name);
        var access = new Redress.Database(database.url(), Ground.USER, "");
        for (int from = 1; from <= complaints; from += AT_ONCE) {
            ManyComplaints.write(access, from, Math.min(complaints, from + AT_ONCE - 1));
        }
        return database;
    }

    /** Waits until all events are sent and writes out what is in memory, so that nobody pays for another. */
    void settle() throws SQLException {
        awaitSent();
        ground.settle();
    }

    /** Waits until no event is left to be sent. */
    void awaitSent() throws SQLException {
        intake.await(1, "select case when exists (select 1 from outbox where sent_at is null) then 0 else 1 end");
    }

    /** How many events wait to be sent. */
    double unsent() throws SQLException {
        return intake.number("select count(*) from outbox where sent_at is null");
    }

    /** How often the database writes out what is in memory, by itself. */
    void checkpointEvery(String time) throws SQLException {
        intake.run("alter system set checkpoint_timeout = '" + time + "'");
        intake.number("select 1 from pg_reload_conf()");
    }

    private static ServiceProcess service(
            Ground ground, Database database, BrokerProcess broker, Map<String, String> settings, List<String> jvm)
            throws IOException, InterruptedException {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        var environment = new HashMap<>(settings);
        environment.put("REDRESS_CHAIN_KEY", CHAIN_KEY);
        environment.put(
                "REDRESS_CHAIN_ROOTS", ground.folder().resolve("roots-" + name).toString());
        environment.put(
                "REDRESS_FILES", ground.folder().resolve("files-" + name).toString());
        return ServiceProcess.start(ground, Application.INTAKE, database, broker.address(), environment, jvm);
    }

    /** The watch tells its shipped policies once; from then on the record promises times. */
    @SuppressWarnings("try") // the process works without being called
    private static void takePolicies(Ground ground, Database intake, BrokerProcess broker)
            throws IOException, SQLException, InterruptedException {
        try (Database sla = ground.create("sla");
                ServiceProcess ignored =
                        ServiceProcess.start(ground, Application.SLA, sla, broker.address(), Map.of(), PLAIN)) {
            intake.await(Filings.PLATFORMS.size(), "select count(distinct platform) from platform_policy");
        }
    }

    /** Files one complaint of each kind and reads what it left. */
    private static List<SameRows> sample(Database database, ServiceProcess service, Filings filings)
            throws IOException, SQLException, InterruptedException {
        var rows = new ArrayList<SameRows>();
        try (var connection = DriverManager.getConnection(database.url(), Ground.USER, "")) {
            for (int kind = 0; kind < Filings.KINDS; kind++) {
                Shot shot = filings.get();
                var request = HttpRequest.newBuilder(URI.create(service.address() + shot.path()))
                        .POST(BodyPublishers.ofString(String.valueOf(shot.body())));
                shot.headers().forEach(request::header);
                var answer = service.send(request.build());
                if (answer.statusCode() != shot.expected()) {
                    throw new IllegalStateException("filing answered " + answer.statusCode() + " " + answer.body());
                }
                JsonNode filed = JSON.readTree(answer.body());
                rows.add(SameRows.of(
                        connection,
                        new SameRows.Identity(
                                UUID.fromString(filed.path("id").asText()),
                                filed.path("number").asText(),
                                shot.headers().getOrDefault("Idempotency-Key", ""))));
            }
        }
        return rows;
    }

    private static String signingKey() {
        try {
            var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            return Base64.getEncoder().encodeToString(key.getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    @Override
    public void close() throws SQLException {
        limit.close();
        intake.close();
        broker.close();
    }
}
