package org.redress.launcher.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.redress.launcher.LaunchException;

/**
 * A checkout with its built applications.
 *
 * @param root the repository's root
 */
public record Installation(Path root) {
    /** The system property with which the run script says where the repository is. */
    public static final String HOME = "redress.home";

    /** The repository this process was started from: as the run script says, else the nearest one above the working directory. */
    public static Installation locate() {
        String home = System.getProperty(HOME);
        if (home != null) {
            return new Installation(Path.of(home).toAbsolutePath().normalize());
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("redress")) && Files.exists(at.resolve("launcher/pom.xml"))) {
                return new Installation(at);
            }
        }
        throw new LaunchException("no Redress repository around " + Path.of("").toAbsolutePath()
                + "; start from its root, or say -D" + HOME + "=DIR");
    }

    /** The folder an application runs in. */
    public Path folder(Application application) {
        return root.resolve(application.module()).resolve("target").resolve("quarkus-app");
    }

    /**
     * Checks that the applications are built.
     *
     * @throws LaunchException naming those that are not
     */
    public void requireBuilt(Set<Application> applications) {
        List<String> missing = applications.stream()
                .filter(application -> Files.notExists(folder(application).resolve("quarkus-run.jar")))
                .map(Application::module)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new LaunchException("not built: " + String.join(", ", missing) + "; run in " + root
                    + ": mvn -DskipTests package -pl " + String.join(",", missing) + " -am");
        }
    }
}
