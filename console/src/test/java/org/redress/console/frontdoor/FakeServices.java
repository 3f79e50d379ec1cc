package org.redress.console.frontdoor;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The four services of a test, with a front door that loses patience soon. */
public class FakeServices implements QuarkusTestResourceLifecycleManager {
    private static final Map<Upstream, FakeService> SERVICES = new EnumMap<>(Upstream.class);

    /** A service; started again on its old port if it was stopped. */
    static synchronized FakeService of(Upstream upstream) {
        FakeService service = SERVICES.get(upstream);
        if (service == null) {
            throw new IllegalStateException(upstream + " is stopped");
        }
        return service;
    }

    static synchronized int stop(Upstream upstream) {
        FakeService service = of(upstream);
        service.close();
        SERVICES.remove(upstream);
        return service.port();
    }

    static synchronized void start(Upstream upstream, int port) {
        SERVICES.put(upstream, new FakeService(upstream.label(), port));
    }

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(Map.of(
                "redress.front-door.silence", "1S",
                "redress.front-door.stream-silence", "3S",
                "redress.front-door.max-body", "8M"));
        for (Upstream upstream : Upstream.values()) {
            start(upstream, 0);
            config.put(
                    "redress.front-door.services." + upstream.label(),
                    of(upstream).url());
        }
        return config;
    }

    @Override
    public void stop() {
        SERVICES.values().forEach(FakeService::close);
        SERVICES.clear();
    }
}
