package org.redress.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml names exists: ports, variables and paths in the services' own configuration. */
class ComposeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
    private static final Pattern SET_BY_IMAGE = Pattern.compile("(?m)^ENV ([A-Z_]+)=");
    private static final Map<String, String> MODULES = Map.of(
            "intake", "intake-service",
            "triage", "triage-service",
            "sla", "sla-service",
            "notification", "notification-service",
            "console", "console");

    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        compose = read(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    /** SnakeYAML itself, since it resolves merge keys as Compose does. */
    private static JsonNode read(String yaml) {
        return new YAMLMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    static Stream<String> applications() {
        return MODULES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyVariableOfAnApplicationIsReadByItsConfigurationOrItsImage(String application) throws IOException {
        var read = variablesOf(application);
        String recipe = Files.readString(ROOT.resolve(
                service(application).path("build").path("dockerfile").asText()));
        SET_BY_IMAGE.matcher(recipe).results().forEach(set -> read.add(set.group(1)));
        assertThat(names(service(application).path("environment"))).isSubsetOf(read);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyAddressAndSecretAnApplicationReadsIsSet(String application) throws IOException {
        var needed = variablesOf(application).stream()
                .filter(name -> name.endsWith("_URL") || name.endsWith("_SECRET") || name.endsWith("_PASSWORD"))
                .toList();
        assertThat(names(service(application).path("environment"))).containsAll(needed);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyApplicationListensOnItsOwnDefaultPort(String application) throws IOException {
        String port =
                service(application).path("environment").path("REDRESS_PORT").asText();
        assertThat(configurationOf(application)).contains("${REDRESS_PORT:" + port + "}");
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyApplicationIsBuiltFromItsModuleAndTheDockerfile(String application) throws IOException {
        var build = service(application).path("build");
        assertThat(build.path("args").path("MODULE").asText()).isEqualTo(MODULES.get(application));
        assertThat(ROOT.resolve(MODULES.get(application)).resolve("pom.xml")).exists();
        String recipe = Files.readString(ROOT.resolve(build.path("dockerfile").asText()));
        assertThat(recipe).contains("${MODULE}/target/quarkus-app/");
    }

    @Test
    void addressesBetweenApplicationsNameAServiceAndItsPort() {
        for (String application : MODULES.keySet()) {
            service(application).path("environment").properties().forEach(variable -> {
                var address = Pattern.compile("https?://([a-z]+):(\\d+)")
                        .matcher(variable.getValue().asText());
                if (address.matches()) {
                    assertThat(service(address.group(1))
                                    .path("environment")
                                    .path("REDRESS_PORT")
                                    .asText())
                            .as(application + " " + variable.getKey())
                            .isEqualTo(address.group(2));
                }
            });
        }
    }

    @Test
    void everyMountedFileExistsAndEveryScrapedServiceHasItsPort() throws IOException {
        compose.path("services")
                .forEach(service -> service.path("volumes").forEach(volume -> {
                    String host = volume.asText().split(":", -1)[0];
                    assertThat(
                                    host.startsWith("./")
                                            ? Files.exists(ROOT.resolve(host))
                                            : compose.path("volumes").has(host))
                            .as(host)
                            .isTrue();
                }));
        var targets = new YAMLMapper()
                .readTree(ROOT.resolve("deploy/observability/prometheus.yml").toFile())
                .path("scrape_configs")
                .path(0)
                .path("static_configs")
                .path(0)
                .path("targets");
        assertThat(targets)
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(MODULES.keySet().stream()
                        .map(name -> name + ":"
                                + service(name)
                                        .path("environment")
                                        .path("REDRESS_PORT")
                                        .asText())
                        .toList());
    }

    /** See docs/evidence-files.md for what a cleaning process takes; the rest is what a service's JVM takes beside its heap. */
    @Test
    void intakesMemoryIsEnoughForItsHeapAndAllItsCleaningProcesses() {
        JsonNode intake = service("intake");
        JsonNode environment = intake.path("environment");
        int limit = number("(\\d+)m", intake.path("mem_limit"));
        int heap = limit * number(".*MaxRAMPercentage=(\\d+).*", environment.path("JAVA_OPTS")) / 100;
        int cleaning = 210 * number("(\\d+)", environment.path("REDRESS_CLEANING_PROCESSES"));

        assertThat(heap + cleaning + 200).as("MB needed").isLessThanOrEqualTo(limit);
        assertThat(heap).as("MB of heap").isGreaterThanOrEqualTo(384);
    }

    @Test
    void everyVariableLeftToTheOperatorIsInTheExample() throws IOException {
        String example = Files.readString(ROOT.resolve("deploy/env.example"));
        var required = Pattern.compile("\\$\\{([A-Z_]+):\\?")
                .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(required).isNotEmpty().allMatch(name -> example.contains("\n" + name + "="));
    }

    @Test
    void thereAreProfilesForInfrastructureApplicationAndObservability() {
        Set<String> profiles = new TreeSet<>();
        compose.path("services")
                .forEach(service -> service.path("profiles").forEach(name -> profiles.add(name.asText())));
        assertThat(profiles).containsExactly("application", "infrastructure", "observability");
    }

    @Test
    void aForeignLinterFindsNoErrorAndNoticesAPlantedOne() throws IOException, InterruptedException {
        NodeTool linter = NodeTool.installed(Path.of("src/test/compose"), Path.of("target/compose-linter"));
        assertThat(errors(linter, ROOT.resolve("docker-compose.yml"))).isEmpty();
        Path broken = Files.createTempDirectory(Path.of("target"), "compose").resolve("docker-compose.yml");
        Files.writeString(
                broken,
                Files.readString(ROOT.resolve("docker-compose.yml"))
                        .replace("restart: unless-stopped", "restart: [1]"));
        assertThat(errors(linter, broken)).isNotEmpty();
    }

    /** What the linter calls an error; its warnings are matters of taste. */
    private static String errors(NodeTool linter, Path file) throws IOException, InterruptedException {
        return linter.run(
                        "node_modules/dclint/bin/dclint.cjs",
                        "--quiet",
                        file.toAbsolutePath().normalize().toString())
                .strip();
    }

    private static int number(String pattern, JsonNode text) {
        var found = Pattern.compile(pattern).matcher(text.asText());
        assertThat(found.matches()).as("%s in '%s'", pattern, text.asText()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static JsonNode service(String name) {
        var service = compose.path("services").path(name);
        assertThat(service.isObject()).as("service " + name).isTrue();
        return service;
    }

    private static Set<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> variablesOf(String application) throws IOException {
        return VARIABLE.matcher(configurationOf(application))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String configurationOf(String application) throws IOException {
        var own = Files.readString(
                ROOT.resolve(MODULES.get(application)).resolve("src/main/resources/application.properties"));
        var shared = Files.readString(
                ROOT.resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties"));
        return List.of("console").contains(application) ? own : own + shared;
    }
}
