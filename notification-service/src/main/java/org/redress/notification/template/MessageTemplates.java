package org.redress.notification.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The texts of messages by template and language. Values are inert: whatever braces, line breaks or control characters
 * they hold, they come out as plain text on one line. A missing template or value is an error, not an empty text.
 * Immutable, safe for concurrent use.
 */
@ApplicationScoped
public class MessageTemplates {
    private static final int LONGEST_VALUE = 200;
    private static final String LATE_BY = "lateBy";
    private static final List<String> UNITS = List.of("d", "h", "m", "s");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final Map<String, Map<String, String>> words;
    private final Map<String, Map<String, Template>> templates;

    /** @param zone the zone in which times are written out */
    public MessageTemplates(
            @ConfigProperty(name = "redress.notices.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.zone = zone;
        this.words = NoticeLanguage.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(language -> language, MessageTemplates::load));
        Engine engine = Engine.builder().addDefaults().build();
        this.templates = words.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        language -> language.getValue().entrySet().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, word -> engine.parse(word.getValue())))));
    }

    /** The heading of an inbox message. */
    public String title(String template, String language, Map<String, String> params) {
        return render(template + ".title", language, params);
    }

    /** The text of an inbox message. What was noticed late says so at its end. */
    public String text(String template, String language, Map<String, String> params) {
        String text = render(template + ".text", language, params);
        return params.containsKey(LATE_BY) ? text + render("late.text", language, params) : text;
    }

    /** A line within a message. */
    public String line(String key, String language, Map<String, String> params) {
        return render(key, language, params);
    }

    /** The text of a short message. */
    public String sms(String template, String language, Map<String, String> params) {
        return render(template + ".sms", language, params);
    }

    /** The name of the approved template at the SMS gateway. */
    public String smsTemplate(String template, String language) {
        return word(template + ".sms-template", language);
    }

    /**
     * The values in words, for who puts them into a text of their own: codes, times and lengths of time are spelled out,
     * control characters become spaces, overlong ones are cut.
     */
    public Map<String, String> words(String language, Map<String, String> params) {
        return params.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> readable(entry.getKey(), entry.getValue(), language)));
    }

    private static String inert(String value) {
        String line = value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_VALUE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE));
    }

    private String render(String key, String language, Map<String, String> params) {
        Map<String, Object> values = new HashMap<>();
        params.forEach((name, value) -> values.put(name, readable(name, value, language)));
        Template template = templates.getOrDefault(language, Map.of()).get(key);
        if (template == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return template.render(values);
    }

    /** Codes become words and instants become local times; everything else stays, inert. */
    private String readable(String name, String value, String language) {
        String word = words.getOrDefault(language, Map.of()).get(name + "." + value);
        if (word != null) {
            return word;
        }
        if (name.equals(LATE_BY) || name.equals("upTo")) {
            return length(value, language);
        }
        if (name.endsWith("At")) {
            try {
                return TIME.format(Instant.parse(value).atZone(zone));
            } catch (DateTimeException e) {
                return inert(value);
            }
        }
        return inert(value);
    }

    /** A length of time in its two greatest units, for example {@code 2 d 3 h}; whole seconds. */
    private String length(String iso, String language) {
        try {
            Duration length = Duration.parse(iso);
            long[] amounts = {length.toDays(), length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart()};
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < amounts.length && parts.size() < 2; i++) {
                if (amounts[i] > 0) {
                    parts.add(amounts[i] + word("unit." + UNITS.get(i), language));
                }
            }
            return parts.isEmpty() ? "0" + word("unit.s", language) : String.join(" ", parts);
        } catch (DateTimeException e) {
            return inert(iso);
        }
    }

    private String word(String key, String language) {
        String word = words.getOrDefault(language, Map.of()).get(key);
        if (word == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return word;
    }

    private static Map<String, String> load(String language) {
        Properties properties = new Properties();
        String resource = "/notices/" + language + ".properties";
        try (InputStream stream = MessageTemplates.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }
}
