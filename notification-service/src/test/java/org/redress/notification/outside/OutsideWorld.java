package org.redress.notification.outside;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.redress.infra.RedressInfra;

/** Gateway and intake for the service under test, shared by all test classes, and short times to make tests quick. */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {
    static {
        // A condition that holds is seen at once; the bound only has to outlast a busy machine.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private static final class Running {
        private static final FakeGateway GATEWAY = new FakeGateway();
        private static final FakeIntake INTAKE = new FakeIntake();
        private static final Topics TOPICS = new Topics(RedressInfra.bootstrapServers());
    }

    @Override
    public Map<String, String> start() {
        topics();
        return Map.ofEntries(
                Map.entry("REDRESS_SMS_URL", gateway().url()),
                Map.entry("REDRESS_INTAKE_URL", intake().url()),
                Map.entry("redress.sms.timeout", "PT1S"),
                Map.entry("redress.sms.settle", "PT3S"),
                Map.entry("redress.sms.lease", "PT4S"),
                Map.entry("redress.sms.first-pause", "PT0.1S"),
                Map.entry("redress.sms.longest-pause", "PT0.5S"),
                Map.entry("redress.sms.poll", "PT0.2S"));
    }

    @Override
    public void stop() {
        // Shared by all test classes of this JVM.
    }

    /** The gateway. */
    public static FakeGateway gateway() {
        return Running.GATEWAY;
    }

    /** The intake. */
    public static FakeIntake intake() {
        return Running.INTAKE;
    }

    /** The topics of the others, to write to. */
    public static Topics topics() {
        return Running.TOPICS;
    }
}
