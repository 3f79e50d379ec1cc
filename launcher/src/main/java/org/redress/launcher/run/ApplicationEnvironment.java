package org.redress.launcher.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.redress.launcher.data.Secrets;

/** The environment variables by which an application learns its surroundings: its own and no other's. */
final class ApplicationEnvironment {
    /** The id under which notification asks the issuer for its own tokens. */
    static final String CLIENT_ID = "notification";

    /** The role as which intake works; the owner of its tables is the one that migrates. */
    static final String RESTRICTED = "intake_service";

    private final Addresses addresses;
    private final Secrets secrets;
    private final Path chainRoots;

    ApplicationEnvironment(Addresses addresses, Secrets secrets, Path chainRoots) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.chainRoots = chainRoots;
    }

    Map<String, String> of(String name, Application application) {
        var variables = new HashMap<String, String>();
        variables.put("REDRESS_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("REDRESS_PORT", Integer.toString(addresses.port(name)));
        variables.put("REDRESS_KAFKA", addresses.kafka());
        variables.put("REDRESS_ISSUER", addresses.url("issuer"));
        variables.put("REDRESS_JWKS_URL", addresses.url("issuer") + "/jwks");
        // One malloc arena a thread costs far more memory here than it saves time.
        variables.put("MALLOC_ARENA_MAX", "2");
        application.database().ifPresent(database -> putDatabase(variables, database));
        putNeighbours(variables, application);
        return variables;
    }

    private void putDatabase(Map<String, String> variables, String database) {
        variables.put("REDRESS_DB_URL", addresses.jdbcUrl(database));
        variables.put("REDRESS_DB_USER", database);
        variables.put("REDRESS_DB_PASSWORD", secrets.secret("database." + database));
    }

    /** Intake works as a role that owns nothing, so that it cannot change what it wrote to timelines. */
    private void putChain(Map<String, String> variables) {
        variables.put("REDRESS_DB_OWNER", variables.getOrDefault("REDRESS_DB_USER", ""));
        variables.put("REDRESS_DB_OWNER_PASSWORD", variables.getOrDefault("REDRESS_DB_PASSWORD", ""));
        variables.put("REDRESS_DB_USER", RESTRICTED);
        variables.put("REDRESS_DB_PASSWORD", secrets.secret("database." + RESTRICTED));
        variables.put("REDRESS_CHAIN_ROOTS", chainRoots.toString());
        variables.put("REDRESS_CHAIN_KEY", secrets.signingKey("chain.key"));
    }

    private void putNeighbours(Map<String, String> variables, Application application) {
        switch (application) {
            case CONSOLE -> {
                variables.put("REDRESS_INTAKE_URL", addresses.url(Application.INTAKE));
                variables.put("REDRESS_TRIAGE_URL", addresses.url(Application.TRIAGE));
                variables.put("REDRESS_SLA_URL", addresses.url(Application.SLA));
                variables.put("REDRESS_NOTIFICATION_URL", addresses.url(Application.NOTIFICATION));
            }
            case TRIAGE -> variables.put("REDRESS_PLATFORM_URL", addresses.url("selling-platform"));
            case NOTIFICATION -> {
                variables.put("REDRESS_INTAKE_URL", addresses.url(Application.INTAKE));
                // The gateway is simulated: a person trying things on one phone shall not meet the cap against spam.
                variables.put("REDRESS_SMS_PER_PHONE_AND_DAY", "100000");
                variables.put("REDRESS_SMS_URL", addresses.url("sms-gateway"));
                variables.put("REDRESS_TOKEN_URL", addresses.url("issuer") + "/token");
                variables.put("REDRESS_CLIENT_ID", CLIENT_ID);
                variables.put("REDRESS_CLIENT_SECRET", secrets.secret("client." + CLIENT_ID));
            }
            case INTAKE -> {
                variables.put("REDRESS_PLATFORM_URL", addresses.url("selling-platform"));
                putChain(variables);
            }
            case SLA -> {
                // Calls nobody.
            }
        }
    }
}
