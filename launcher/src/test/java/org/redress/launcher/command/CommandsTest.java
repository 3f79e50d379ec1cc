package org.redress.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.infra.TokenIssuer;
import org.redress.launcher.data.DataLayout;
import org.redress.launcher.data.Ports;
import org.redress.launcher.data.RunRecord;
import org.redress.launcher.process.ProcessStamp;
import picocli.CommandLine;

class CommandsTest {
    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void wrongUsageIsSaidWithExitCodeTwo() {
        assertThat(run("up", "--port", "many")).isEqualTo(2);
        assertThat(run("up", "--no-such-option")).isEqualTo(2);
        assertThat(run("token", "--platform", "huijin")).isEqualTo(2);
        assertThat(err.toString()).contains("--role").contains("--subject");
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThat(run("up", "--port", "70000", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("redress: --port");
    }

    @Test
    void statusOfNothingIsOne() {
        assertThat(run("status", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nothing runs on " + data);
    }

    @Test
    void statusNamesWhatAKilledLauncherLeft() throws Exception {
        ProcessStamp alive = ProcessStamp.of(ProcessHandle.current());
        record(true, new ProcessStamp(alive.pid(), alive.startedAt().minusSeconds(99)), alive);
        assertThat(run("status", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("left over").contains("intake, pid " + alive.pid());
    }

    @Test
    void statusTellsReadyFromNotReady() throws Exception {
        ProcessStamp alive = ProcessStamp.of(ProcessHandle.current());
        record(true, alive, alive);
        assertThat(run("status", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("Redress is ready: http://localhost:8080");
        record(false, alive, alive);
        assertThat(run("status", "--json", "--data", data.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("\"ready\" : false").contains("\"bootstrap\" : \"localhost:9092\"");
    }

    @Test
    void withoutAKeyThereIsNoToken() {
        assertThat(run("token", "--data", data.toString(), "--platform", "p", "--role", "ops", "--subject", "s"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("./redress up");
    }

    @Test
    void aTokenCarriesTenantRolesAndSubject() throws Exception {
        var layout = new DataLayout(data);
        int port = new Ports(layout, message -> {}).port("issuer");
        TokenIssuer.start(layout.issuerKey(), port, Map.of()).close();
        assertThat(run(
                        "token",
                        "--data",
                        data.toString(),
                        "--platform",
                        "qihui",
                        "--role",
                        "ops",
                        "--role",
                        "agent",
                        "--subject",
                        "u-1"))
                .isZero();
        String[] parts = out.toString().strip().split("\\.");
        assertThat(parts).hasSize(3);
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .contains("\"platform\":\"qihui\"", "\"groups\":[\"ops\",\"agent\"]", "\"sub\":\"u-1\"")
                .contains("\"iss\":\"http://localhost:" + port + "\"");
    }

    private void record(boolean ready, ProcessStamp launcher, ProcessStamp intake) throws Exception {
        var layout = new DataLayout(data);
        Files.createDirectories(layout.state());
        new RunRecord(
                        ready,
                        "http://localhost:8080",
                        "localhost:9092",
                        Map.of(),
                        List.of(
                                new RunRecord.Entry("launcher", "file:/", "up", launcher),
                                new RunRecord.Entry("intake", "http://localhost:8081", "up", intake)))
                .write(layout.runRecord());
    }

    private int run(String... arguments) {
        CommandLine commandLine = RedressMain.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}
