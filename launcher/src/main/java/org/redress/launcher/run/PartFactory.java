package org.redress.launcher.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.redress.launcher.data.DataLayout;
import org.redress.launcher.data.Secrets;
import org.redress.launcher.kafka.KafkaMain;
import org.redress.launcher.process.ChildProcess;
import org.redress.launcher.process.Part;
import org.redress.launcher.process.PortOwner;
import org.redress.launcher.process.ProcessLog;

/** Makes each part from the settings: its command, its surroundings, its log, and how one sees that it is ready. */
final class PartFactory {
    /** How long an application may take to end in order; broker and database come after it, all within ten seconds. */
    static final Duration APPLICATION_GRACE = Duration.ofSeconds(6);

    static final Duration KAFKA_GRACE = Duration.ofSeconds(5);
    static final Duration POSTGRES_GRACE = Duration.ofSeconds(6);
    private static final long MAX_LOG_BYTES = 10L * 1024 * 1024;

    private final Settings settings;
    private final DataLayout layout;
    private final Addresses addresses;
    private final Secrets secrets;
    private final JavaCommand java;
    private final PortOwner owner = new PortOwner();

    PartFactory(Settings settings, DataLayout layout, Addresses addresses, Secrets secrets) {
        this.settings = settings;
        this.layout = layout;
        this.addresses = addresses;
        this.secrets = secrets;
        this.java = new JavaCommand(layout.root());
    }

    Part application(Application application) {
        return application(application.partName(), application, Map.of());
    }

    Part application(FurtherInstance instance) {
        return application(instance.name(), instance.application(), instance.environment());
    }

    private Part application(String name, Application application, Map<String, String> added) {
        Path folder = settings.installation().folder(application);
        String url = addresses.url(name);
        var environment = new HashMap<>(
                new ApplicationEnvironment(addresses, secrets, layout.chainRoots()).of(name, application));
        if (application == Application.INTAKE) {
            environment.put("REDRESS_FILES", layout.files().toString());
        }
        environment.putAll(added);
        var launch = new ChildProcess.Launch(java.application(folder), folder, environment);
        // Asking the operating system first: a process left over on the same port would answer just as well.
        LongPredicate ready = pid -> owner.listens(pid, addresses.port(name)) && Http.isOk(url + "/q/health/ready");
        return new ChildProcess(name, url, launch, log(name), ready);
    }

    Part kafka() {
        int port = addresses.port("kafka");
        List<String> options =
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.logFile=System.out");
        List<String> arguments = List.of(layout.kafka().toString(), Integer.toString(port));
        var launch = new ChildProcess.Launch(
                java.main(KafkaMain.class, options, arguments), layout.root(), Map.of("MALLOC_ARENA_MAX", "2"));
        return new ChildProcess("kafka", addresses.kafka(), launch, log("kafka"), pid -> owner.listens(pid, port));
    }

    Part postgres() {
        var passwords = new TreeMap<String, String>();
        for (String database : addresses.jdbcUrls().keySet()) {
            passwords.put(database, secrets.secret("database." + database));
        }
        return new PostgresPart(
                layout.postgres(),
                layout.logs().resolve("postgres.log"),
                addresses.port("postgres"),
                secrets.secret("database.postgres"),
                passwords,
                Map.of(
                        ApplicationEnvironment.RESTRICTED,
                        secrets.secret("database." + ApplicationEnvironment.RESTRICTED)),
                settings.terminal());
    }

    private ProcessLog log(String name) {
        return new ProcessLog(name, layout.logs(), settings.terminal(), MAX_LOG_BYTES);
    }
}
