package org.redress.triage.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Produces the routing and the staffing that this version ships. Tables that can't be read stop the start. */
@ApplicationScoped
public class ShippedRouting {

    /** The routing of this version. */
    public static RoutingTable readRouting() {
        return RoutingTable.read(lines("/routing/routes.tsv"));
    }

    /** The staffing of this version. */
    public static Staffing readStaffing() {
        return Staffing.read(lines("/routing/agents.tsv"));
    }

    @Produces
    @Singleton
    RoutingTable routing() {
        return readRouting();
    }

    @Produces
    @Singleton
    Staffing staffing() {
        return readStaffing();
    }

    private static List<String> lines(String name) {
        try (InputStream in = ShippedRouting.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
