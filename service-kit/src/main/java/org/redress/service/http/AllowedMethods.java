package org.redress.service.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods there are at an address: what a 405 has to say in {@code Allow} (RFC 9110, 15.5.6). Thread-safe. */
@ApplicationScoped
public class AllowedMethods {
    private record Endpoint(Pattern address, String method) {}

    private final List<Endpoint> endpoints = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                Arrays.stream(bean.getBeanClass().getMethods()).forEach(method -> add(path, method));
            }
        }
    }

    /** The methods at a path, as {@code Allow} lists them; HEAD where there is GET, and OPTIONS. Empty if nothing is there. */
    public String at(String path) {
        var methods = new TreeSet<String>();
        endpoints.stream()
                .filter(endpoint -> endpoint.address().matcher(trimmed(path)).matches())
                .forEach(endpoint -> methods.add(endpoint.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return String.join(", ", methods);
    }

    /** Whether there is something at a path, only not for this method. */
    public boolean onlyOthers(String method, String path) {
        String there = at(path);
        return !there.isEmpty() && !List.of(there.split(", ")).contains(method);
    }

    private void add(Path ofClass, Method method) {
        Path ofMethod = method.getAnnotation(Path.class);
        String path = trimmed(ofClass.value()) + (ofMethod == null ? "" : "/" + trimmed(ofMethod.value()));
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                endpoints.add(new Endpoint(pattern(path), verb.value()));
            }
        }
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Stream.of(path.split("/", -1))
                .map(segment -> segment.contains("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/")));
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
