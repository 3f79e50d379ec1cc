package org.redress.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.notification.template.MessageTemplates;

/** Messages as their reader sees them: rendered when they are read. Safe for concurrent use. */
@ApplicationScoped
class InboxTexts {

    /** How many levels the text of a message of many spells out. */
    static final int FIRST = 10;

    private final InboxRepository inbox;
    private final MessageTemplates templates;

    InboxTexts(InboxRepository inbox, MessageTemplates templates) {
        this.inbox = inbox;
        this.templates = templates;
    }

    /**
     * A message in the reader's language.
     *
     * @param most how many levels of a message of many are wanted
     */
    InboxItem item(InboxMessage message, String language, int most) {
        Map<String, String> values = InboxRepository.values(message);
        String title = templates.title(message.template(), language, values);
        String text = templates.text(message.template(), language, values);
        if (!message.template().equals(InboxRepository.DIGEST)) {
            return item(message, title, text, null);
        }
        List<InboxLevel> levels = inbox.levels(message.id(), most).stream()
                .map(level -> level(level, language))
                .toList();
        return item(message, title, text + lines(levels, values, language), levels);
    }

    private static InboxItem item(InboxMessage message, String title, String text, @Nullable List<InboxLevel> levels) {
        return new InboxItem(
                message.id(),
                message.at(),
                message.template(),
                title,
                text,
                message.complaintId(),
                message.number(),
                message.platform(),
                message.read(),
                levels);
    }

    private InboxLevel level(ToldLevel level, String language) {
        String late = level.params().get("lateBy");
        return new InboxLevel(
                level.complaintId(),
                level.number(),
                level.template(),
                templates.text(level.template(), language, level.values()),
                level.firesAt(),
                late);
    }

    private String lines(List<InboxLevel> levels, Map<String, String> values, String language) {
        StringBuilder lines = new StringBuilder();
        levels.stream().limit(FIRST).forEach(level -> lines.append('\n').append(level.text()));
        int more = Integer.parseInt(values.getOrDefault("levels", "0")) - Math.min(FIRST, levels.size());
        if (more > 0) {
            lines.append('\n').append(templates.line("digest.more", language, Map.of("more", Integer.toString(more))));
        }
        return lines.toString();
    }
}
