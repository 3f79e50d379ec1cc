package org.redress.service.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Who publishes the documents, under which licence, where they are served; and what tags mean that say nothing themselves. */
final class DocumentInfo {
    private static final String DESCRIPTION = "Complaints about virtual goods, from filing to an executed remedy."
            + " Refusals are `application/problem+json` with a stable `code`; lists are `{items, next}`; money is a decimal"
            + " string with an ISO 4217 code; instants are ISO-8601 with offset.";

    private DocumentInfo() {}

    static void complete(OpenAPI document) {
        String service = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("service");
        document.setInfo(OASFactory.createInfo()
                .title("Redress: " + service)
                .version("1")
                .description(DESCRIPTION)
                .contact(OASFactory.createContact().name("Redress"))
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        document.setServers(
                List.of(OASFactory.createServer().url("/").description("Where this document was fetched from")));
        document.setTags(tags(document));
    }

    /** Every tag that is used, by name, each once. */
    private static List<Tag> tags(OpenAPI document) {
        Map<String, Tag> tags = new TreeMap<>();
        Stream.ofNullable(document.getTags()).flatMap(List::stream).forEach(tag -> tags.put(tag.getName(), tag));
        var used = new TreeSet<String>();
        SchemaUse.operations(document)
                .map(operation -> operation.getTags())
                .filter(Objects::nonNull)
                .forEach(used::addAll);
        used.forEach(
                name -> tags.computeIfAbsent(name, any -> OASFactory.createTag().name(name)));
        tags.keySet().retainAll(used);
        tags.values().stream()
                .filter(tag -> tag.getDescription() == null)
                .forEach(tag -> tag.setDescription("About " + tag.getName()));
        return List.copyOf(tags.values());
    }
}
