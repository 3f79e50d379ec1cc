package org.redress.infra.hostile;

import java.util.List;
import java.util.Map;

/**
 * Who calls, and what is there to be called.
 *
 * @param platform the callers' tenant
 * @param subject the callers' subject, whatever their role
 * @param variables what stands for path variables, by name without braces; others get something hostile
 * @param foreign ids of another tenant's things
 * @param secrets texts of another tenant: no answer may hold one
 */
public record Scene(
        String platform, String subject, Map<String, String> variables, List<String> foreign, List<String> secrets) {
    /** Copies what it is given. */
    public Scene {
        variables = Map.copyOf(variables);
        foreign = List.copyOf(foreign);
        secrets = List.copyOf(secrets);
    }
}
