package org.redress.system.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tool from npm with a committed lock file, installed under target once. */
public final class NodeTool {
    private final Path folder;

    private NodeTool(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs it; without Node, or without its registry, the calling test is skipped and says so. Never with {@code CI=true}:
     * then it fails.
     *
     * @param sources where package.json and package-lock.json are
     * @param scripts further files of the sources to take along
     */
    public static NodeTool installed(Path sources, Path folder, String... scripts)
            throws IOException, InterruptedException {
        need(nodeIsThere(), "node and npm are not installed");
        Files.createDirectories(folder);
        Path lock = folder.resolve("package-lock.json");
        boolean current = Files.exists(folder.resolve("node_modules/.package-lock.json"))
                && Files.exists(lock)
                && Files.mismatch(lock, sources.resolve("package-lock.json")) == -1;
        for (String file : Stream.concat(Stream.of("package.json", "package-lock.json"), Stream.of(scripts))
                .toList()) {
            Files.write(folder.resolve(file), Files.readAllBytes(sources.resolve(file)));
        }
        if (!current) {
            String log = output(process(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            need(Files.exists(folder.resolve("node_modules")), "npm could not install it: " + log);
        }
        return new NodeTool(folder);
    }

    /** Starts one of its scripts; standard error joins standard output. */
    public Process start(String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return process(folder, command.toArray(String[]::new));
    }

    /** Runs one of its scripts to its end and answers what it printed. */
    public String run(String script, String... arguments) throws IOException, InterruptedException {
        return output(start(script, arguments));
    }

    private static void need(boolean there, String otherwise) {
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(otherwise);
        }
        assumeTrue(there, "skipped: " + otherwise);
    }

    private static boolean nodeIsThere() throws InterruptedException {
        try {
            output(process(Path.of("."), "npm", "--version"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process process(Path folder, String... command) throws IOException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // Tools that would tell their makers, or ask them for news, are told not to.
        process.environment().putAll(Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"));
        return process.start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
