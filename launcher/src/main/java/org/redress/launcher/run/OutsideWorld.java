package org.redress.launcher.run;

import java.io.IOException;
import java.net.BindException;
import java.util.Map;
import org.redress.infra.TokenIssuer;
import org.redress.launcher.LaunchException;
import org.redress.launcher.data.DataLayout;
import org.redress.launcher.data.Secrets;
import org.redress.launcher.simulator.SellingPlatform;
import org.redress.launcher.simulator.SmsGateway;

/**
 * What stands outside Redress and, on one machine, inside the launcher's process: the token issuer, the SMS gateway and the
 * selling platform's backend.
 */
public final class OutsideWorld implements AutoCloseable {
    private final TokenIssuer issuer;
    private final SmsGateway sms;
    private final SellingPlatform platform;

    private OutsideWorld(TokenIssuer issuer, SmsGateway sms, SellingPlatform platform) {
        this.issuer = issuer;
        this.sms = sms;
        this.platform = platform;
    }

    /** Starts all three on their ports. */
    static OutsideWorld start(DataLayout layout, Addresses addresses, Secrets secrets, Settings settings) {
        TokenIssuer issuer = null;
        SmsGateway sms = null;
        try {
            String client = ApplicationEnvironment.CLIENT_ID;
            issuer = TokenIssuer.start(
                    layout.issuerKey(), addresses.port("issuer"), Map.of(client, secrets.secret("client." + client)));
            sms = new SmsGateway(layout.simulators(), addresses.port("sms-gateway"), settings.clock());
            return new OutsideWorld(
                    issuer,
                    sms,
                    new SellingPlatform(layout.simulators(), addresses.port("selling-platform"), settings.clock()));
        } catch (IOException e) {
            closeIfThere(issuer);
            closeIfThere(sms);
            String what = e instanceof BindException ? "a port was taken meanwhile, start again" : e.toString();
            throw new LaunchException("issuer or simulators cannot be started: " + what, e);
        }
    }

    /** Who signs tokens. */
    public TokenIssuer issuer() {
        return issuer;
    }

    /** The simulated SMS gateway. */
    public SmsGateway sms() {
        return sms;
    }

    /** The simulated selling platform. */
    public SellingPlatform platform() {
        return platform;
    }

    @Override
    public void close() {
        closeIfThere(sms);
        closeIfThere(platform);
        closeIfThere(issuer);
    }

    private static void closeIfThere(@org.jspecify.annotations.Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            // It served HTTP only; its port goes with this process.
        }
    }
}
