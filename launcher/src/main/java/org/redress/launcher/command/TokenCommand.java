package org.redress.launcher.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.redress.infra.TokenIssuer;
import org.redress.launcher.LaunchException;
import org.redress.launcher.data.DataLayout;
import org.redress.launcher.data.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a signed access token, for trying things. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description =
                "Prints an access token. Roles: complainant, merchant, agent, supervisor, ops, platform, partner, admin.")
final class TokenCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--platform", required = true, description = "the tenant, for example huijin")
    private String platform = "";

    @Option(names = "--role", required = true, description = "may be given several times")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--subject", required = true, description = "who it speaks for, for example u-1")
    private String subject = "";

    @Option(names = "--hours", defaultValue = "12", description = "how long it is valid (default: ${DEFAULT-VALUE})")
    private int hours;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (hours < 1) {
            throw new LaunchException("--hours is 1 or more");
        }
        DataLayout layout = data.layout();
        PrintWriter out = spec.commandLine().getOut();
        try {
            int port = new Ports(layout, message -> {}).kept("issuer");
            out.println(TokenIssuer.token(layout.issuerKey(), port, platform, roles, subject, Duration.ofHours(hours)));
        } catch (IOException e) {
            throw new LaunchException(
                    "there is no issuer's key in " + layout.root() + " yet; ./redress up makes it", e);
        }
        out.flush();
        return 0;
    }
}
