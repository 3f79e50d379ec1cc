package org.redress.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.launcher.data.DataLayout;
import org.redress.launcher.data.RunRecord;
import org.redress.launcher.data.Secrets;
import org.redress.launcher.process.ProcessStamp;

/** The command as a process of its own, with the real broker and database and without the applications. */
class UpIT {
    private static final List<String> APPLICATIONS = List.of("console", "intake", "triage", "sla", "notification");
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final List<Process> launchers = new ArrayList<>();

    @AfterEach
    void endAll() throws Exception {
        for (Process launcher : launchers) {
            launcher.destroy();
            launcher.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void sigtermLeavesNoProcessWithinTenSeconds() throws Exception {
        Process launcher = up();
        awaitReady(launcher);
        List<ProcessStamp> all = stamps();
        assertThat(all).hasSizeGreaterThanOrEqualTo(3).allMatch(ProcessStamp::isAlive);
        launcher.destroy();
        assertThat(launcher.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(143);
        assertThat(all).noneMatch(ProcessStamp::isAlive);
        assertThat(output()).contains("Redress has stopped");
    }

    @Test
    void afterKillNineTheNextStartReapsTheOrphansAndHasAllData() throws Exception {
        Process first = up();
        awaitReady(first);
        try (Connection database = database();
                var statement = database.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }
        List<ProcessStamp> orphans = stamps();
        first.destroyForcibly().waitFor();
        assertThat(orphans.stream().filter(ProcessStamp::isAlive)).hasSize(2);

        awaitReady(up());
        assertThat(orphans).noneMatch(ProcessStamp::isAlive);
        assertThat(output())
                .contains("An earlier launcher was killed and left 1 processes behind")
                .contains("An earlier launcher left PostgreSQL running");
        try (Connection database = database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select answer from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void nobodyEntersTheDatabaseWithoutAPassword() throws Exception {
        awaitReady(up());
        String url = record().orElseThrow().jdbcUrls().getOrDefault("intake", "");
        for (String user : List.of("postgres", "intake", "sla")) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(url, user, "guessed").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
        String sla = new Secrets(layout()).secret("database.sla");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "sla", sla).close())
                .as("a service enters its own database only")
                .hasMessageContaining("permission denied");
    }

    @Test
    void aKilledBrokerAndAKilledDatabaseComeBack() throws Exception {
        awaitReady(up());
        for (String name : List.of("kafka", "postgres")) {
            ProcessStamp before = stamp(name);
            before.find().orElseThrow().destroyForcibly();
            Awaitility.await()
                    .atMost(START)
                    .until(() -> !before.isAlive() && isReady() && !stamp(name).equals(before));
        }
    }

    @Test
    void aSecondLauncherOnTheSameDataIsRefused() throws Exception {
        awaitReady(up());
        assertThat(refusal(directory.resolve("data"), 0))
                .contains("another launcher (pid " + stamp("launcher").pid());
        assertThat(isReady()).isTrue();
    }

    @Test
    void aTakenPortIsRefusedAndNothingRuns() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(directory.resolve("data"), taken.getLocalPort()))
                    .contains("port " + taken.getLocalPort() + " is taken")
                    .contains("--port");
        }
        assertThat(directory.resolve("data/postgres")).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefused() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(refusal(file, 0)).contains("cannot be written").contains("--data");
    }

    @Test
    void applicationsThatAreNotBuiltAreNamed() throws Exception {
        var command = command(directory.resolve("data"), 0, List.of());
        command.add(1, "-Dredress.home=" + directory);
        Process process = start(command);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output())
                .contains("not built: console, intake-service, notification-service, sla-service, triage-service");
    }

    private String refusal(Path data, int port) throws Exception {
        Process process = start(command(data, port, APPLICATIONS));
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return output();
    }

    private Process up() throws IOException {
        return start(command(directory.resolve("data"), 0, APPLICATIONS));
    }

    private Process start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("output").toFile()))
                .start();
        launchers.add(process);
        return process;
    }

    private static List<String> command(Path data, int port, List<String> without) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RedressMain.class.getName(),
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
        without.forEach(name -> command.addAll(List.of("--without", name)));
        return command;
    }

    private void awaitReady(Process launcher) {
        Awaitility.await().atMost(START).until(() -> {
            assertThat(launcher.isAlive())
                    .as("the launcher; it said: %s", output())
                    .isTrue();
            return isReady() && stamp("launcher").pid() == launcher.pid();
        });
    }

    private boolean isReady() {
        return record().map(RunRecord::ready).orElse(false);
    }

    private java.util.Optional<RunRecord> record() {
        return RunRecord.read(layout().runRecord()).filter(RunRecord::isRunning);
    }

    private List<ProcessStamp> stamps() {
        return List.of(stamp("launcher"), stamp("kafka"), stamp("postgres"));
    }

    private ProcessStamp stamp(String name) {
        return record().flatMap(run -> run.process(name))
                .flatMap(entry -> java.util.Optional.ofNullable(entry.stamp()))
                .orElse(new ProcessStamp(0, java.time.Instant.EPOCH));
    }

    private Connection database() throws SQLException {
        String url = record().orElseThrow().jdbcUrls().getOrDefault("intake", "");
        return DriverManager.getConnection(url, "intake", new Secrets(layout()).secret("database.intake"));
    }

    private DataLayout layout() {
        return new DataLayout(directory.resolve("data").toAbsolutePath());
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }
}
