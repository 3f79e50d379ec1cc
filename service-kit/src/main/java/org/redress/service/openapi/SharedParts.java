package org.redress.service.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The headers, parameters and schemas that operations share; each enters the document when it is first referred to. */
final class SharedParts {
    static final String SECURITY = "bearer";
    private static final String UUID_EXAMPLE = "01936d9a-5e2a-7c3f-8b44-0d9c7f4f9a10";

    private static final Map<String, Header> HEADERS = Map.of(
            "X-Request-Id", header("The request's id, to quote when asking for help", text(UUID_EXAMPLE)),
            "Retry-After", header("After how many seconds it is worth trying again", number("1")),
            "ETag", header("The version, for `If-Match` and `If-None-Match`", text("\"3\"")),
            "Location", header("The address of what was created", text("/api/v1/complaints/" + UUID_EXAMPLE)),
            "Idempotency-Replayed",
                    header("`true` if this is the answer given before under the same key", text("true")),
            "WWW-Authenticate", header("How to say who you are", text("Bearer")),
            "RateLimit",
                    header(
                            "What is left of the limit that is nearest to its end, and seconds until it is full again",
                            text("\"person\";r=599;t=1")),
            "RateLimit-Policy", header("The limit: requests in so many seconds", text("\"person\";q=600;w=60")));

    private static final Map<String, Parameter> PARAMETERS = Map.of(
            "Accept-Language",
                    parameter(
                            Parameter.In.HEADER,
                            "Accept-Language",
                            "The language of texts for people: `zh-CN` or `en`; anything else is answered in English",
                            text("zh-CN")),
            "Idempotency-Key",
                    parameter(
                            Parameter.In.HEADER,
                            "Idempotency-Key",
                            "The same key and body are answered alike and carried out once; 1 to 255 visible ASCII characters",
                            text("0192f0c1-7d3a").minLength(1).maxLength(255).pattern("^[\\x21-\\x7e]{1,255}$")),
            "If-Match",
                    parameter(
                            Parameter.In.HEADER,
                            "If-Match",
                            "The version that the change is meant for; another one is answered by 412",
                            text("\"3\"")),
            "cursor",
                    parameter(
                            Parameter.In.QUERY,
                            "cursor",
                            "`next` of the page before, unchanged",
                            text("YXQ9MjAyNi0xMS0yMg").maxLength(1024)));

    private final Components components;

    SharedParts(Components components) {
        this.components = components;
        components.addSchema("Problem", problem());
        components.addSchema("FieldError", fieldError());
        components.addSecurityScheme(
                SECURITY,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of the issuer; its `platform` claim is the tenant"));
    }

    /** A reference to a shared header. */
    Header header(String name) {
        String key = name.replace("-", "");
        if (components.getHeaders() == null || !components.getHeaders().containsKey(key)) {
            components.addHeader(key, HEADERS.get(name));
        }
        return OASFactory.createHeader().ref("#/components/headers/" + key);
    }

    /** Whether there is a shared parameter of that name. */
    static boolean shares(String parameter) {
        return PARAMETERS.containsKey(parameter);
    }

    /** A reference to a shared parameter. */
    Parameter parameter(String name) {
        String key = name.replace("-", "");
        if (components.getParameters() == null || !components.getParameters().containsKey(key)) {
            components.addParameter(key, PARAMETERS.get(name));
        }
        return OASFactory.createParameter().ref("#/components/parameters/" + key);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("Why a request was refused (RFC 9457). `code` is for programs and never changes.")
                .required(List.of("type", "title", "status", "code"))
                .addProperty("type", text("urn:redress:problem:invalid").description("A name, not a page"))
                .addProperty("title", text("Fields are wrong").description("The kind, in the reader's language"))
                .addProperty("status", number("422").minimum(java.math.BigDecimal.valueOf(400)))
                .addProperty("detail", text("See errors.").description("This case, in the reader's language"))
                .addProperty("code", text("invalid").pattern("^[a-z]+(-[a-z]+)*$"))
                .addProperty("instance", text(UUID_EXAMPLE).description("The request's id"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")));
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("One wrong field")
                .required(List.of("pointer", "code", "detail"))
                .addProperty(
                        "pointer",
                        text("/demands/0/amount")
                                .description("JSON pointer into the body, or `/` and the name of a parameter"))
                .addProperty("code", text("required").description("For programs"))
                .addProperty("detail", text("must not be empty").description("For people: what would be accepted"));
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(SchemaType.STRING).examples(List.of(example));
    }

    private static Schema number(String example) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).examples(List.of(Integer.valueOf(example)));
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Parameter parameter(Parameter.In in, String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .in(in)
                .name(name)
                .description(description)
                .schema(schema);
    }
}
