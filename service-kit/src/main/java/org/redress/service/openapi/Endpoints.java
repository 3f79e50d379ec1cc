package org.redress.service.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Who may call which method of which address, as the resources' annotations say, also the inherited ones. */
final class Endpoints {
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName ROLES = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, Optional<List<String>>> roles = new TreeMap<>();

    Endpoints(IndexView index) {
        for (AnnotationInstance path : index.getAnnotations(PATH)) {
            if (path.target().kind() == org.jboss.jandex.AnnotationTarget.Kind.CLASS) {
                ClassInfo resource = path.target().asClass();
                for (ClassInfo type = resource; type != null; type = parent(index, type)) {
                    read(resource, path.value().asString(), type);
                }
            }
        }
    }

    /**
     * The roles that may call it.
     *
     * @return empty for everybody, also without a token; no roles for nobody
     */
    Optional<List<String>> roles(String verb, String path) {
        return roles.getOrDefault(key(verb, path), Optional.of(List.of()));
    }

    private void read(ClassInfo resource, String base, ClassInfo type) {
        for (MethodInfo method : type.methods()) {
            AnnotationInstance below = method.declaredAnnotation(PATH);
            String path = below == null ? base : base + "/" + below.value().asString();
            VERBS.stream()
                    .filter(verb -> method.hasDeclaredAnnotation(DotName.createSimple("jakarta.ws.rs." + verb)))
                    .forEach(verb -> roles.putIfAbsent(key(verb, path), roles(method, resource)));
        }
    }

    private static Optional<List<String>> roles(MethodInfo method, ClassInfo resource) {
        if (method.hasDeclaredAnnotation(ALL)) {
            return Optional.empty();
        }
        AnnotationInstance said = method.declaredAnnotation(ROLES);
        AnnotationInstance allowed = said != null ? said : resource.declaredAnnotation(ROLES);
        if (allowed == null) {
            return resource.hasDeclaredAnnotation(ALL) ? Optional.empty() : Optional.of(List.of());
        }
        return Optional.of(
                Arrays.stream(allowed.value().asStringArray()).sorted().toList());
    }

    private static @Nullable ClassInfo parent(IndexView index, ClassInfo type) {
        return type.superName() == null ? null : index.getClassByName(type.superName());
    }

    private static String key(String verb, String path) {
        String plain = path.replaceAll("\\{(\\w+)[^/]*}", "{$1}").replaceAll("/+", "/");
        return verb.toUpperCase(Locale.ROOT) + " " + (plain.startsWith("/") ? plain : "/" + plain);
    }
}
