package org.redress.launcher.run;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where everything is reached in one run. All of it listens on the loopback address only.
 *
 * @param ports by part; the front door's is {@code console}'s
 */
public record Addresses(Map<String, Integer> ports) {
    /** The base URL of an HTTP part. */
    public String url(String part) {
        return "http://localhost:" + port(part);
    }

    /** The base URL of an application. */
    public String url(Application application) {
        return url(application.partName());
    }

    /** The port of a part. */
    public int port(String part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException("no such part: " + part);
        }
        return port;
    }

    /** The broker's {@code host:port}. */
    public String kafka() {
        return "localhost:" + port("kafka");
    }

    /** The JDBC URL of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port("postgres") + "/" + database;
    }

    /** The JDBC URLs of all databases, by name. */
    public Map<String, String> jdbcUrls() {
        var urls = new TreeMap<String, String>();
        for (Application application : Application.values()) {
            application.database().ifPresent(database -> urls.put(database, jdbcUrl(database)));
        }
        return urls;
    }
}
