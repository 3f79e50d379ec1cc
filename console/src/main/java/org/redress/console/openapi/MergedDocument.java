package org.redress.console.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one OpenAPI document of several.
 *
 * <p>Component names are a service's own business, so two services may give one name to different things: each gets the
 * service's name in front, and the references follow. Paths are the services' own and do not meet.
 */
final class MergedDocument {
    private static final String COMPONENTS = "#/components/";

    private final JsonObject paths = new JsonObject();
    private final JsonObject components = new JsonObject();
    private final Map<String, JsonObject> tags = new LinkedHashMap<>();
    private final Set<String> versions = new LinkedHashSet<>();

    /** Adds a service's document. */
    void add(String service, JsonObject document) {
        JsonObject renamed = document.copy();
        rename(service, renamed);
        versions.add(document.getString("openapi", "3.1.0"));
        paths.mergeIn(renamed.getJsonObject("paths", new JsonObject()));
        JsonObject own = renamed.getJsonObject("components", new JsonObject());
        for (String kind : own.fieldNames()) {
            JsonObject all = components.getJsonObject(kind, new JsonObject());
            own.getJsonObject(kind).forEach(entry -> all.put(name(kind, service, entry.getKey()), entry.getValue()));
            components.put(kind, all);
        }
        for (Object tag : renamed.getJsonArray("tags", new JsonArray())) {
            tags.putIfAbsent(((JsonObject) tag).getString("name"), (JsonObject) tag);
        }
    }

    /** The one document, with what the front door may answer by itself. */
    JsonObject document() {
        FrontDoorAnswers.addTo(paths, components);
        return new JsonObject()
                .put("openapi", versions.stream().findFirst().orElse("3.1.0"))
                .put(
                        "info",
                        new JsonObject()
                                .put("title", "Redress")
                                .put(
                                        "description",
                                        "Complaints about virtual goods, from filing to an executed remedy.")
                                .put("contact", new JsonObject().put("name", "Redress"))
                                .put(
                                        "license",
                                        new JsonObject()
                                                .put("name", "Apache-2.0")
                                                .put("identifier", "Apache-2.0"))
                                .put("version", "1"))
                .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
                .put("tags", new JsonArray(tags.values().stream().toList()))
                .put("paths", paths)
                .put("components", components);
    }

    private static String name(String kind, String service, String name) {
        // Security schemes are named by plain name and are the same for all.
        return kind.equals("securitySchemes") ? name : service + "." + name;
    }

    private static @Nullable Object rename(String service, @Nullable Object value) {
        if (value instanceof JsonObject object) {
            for (String name : Set.copyOf(object.fieldNames())) {
                object.put(name, rename(service, object.getValue(name)));
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, rename(service, array.getValue(i)));
            }
        } else if (value instanceof String text && text.startsWith(COMPONENTS)) {
            return reference(service, text);
        }
        return value;
    }

    private static String reference(String service, String reference) {
        int slash = reference.indexOf('/', COMPONENTS.length());
        String kind = reference.substring(COMPONENTS.length(), slash);
        return COMPONENTS + kind + "/" + name(kind, service, reference.substring(slash + 1));
    }
}
