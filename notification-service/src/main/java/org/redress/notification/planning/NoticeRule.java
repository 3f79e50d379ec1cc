package org.redress.notification.planning;

import org.jspecify.annotations.Nullable;

/**
 * One rule: on this occasion, tell this audience on this channel.
 *
 * @param name the rule's stable name, for tests and for reading
 * @param occasion when it applies
 * @param channel on which channel
 * @param audience to whom
 * @param named applies only when the deadline's level names this addressee; null: always
 */
public record NoticeRule(
        String name,
        Occasion occasion,
        Channel channel,
        Audience audience,
        @Nullable String named) {

    /** Whether this rule wants a message for what happened. */
    public boolean wants(Happening happening) {
        return happening.occasion() == occasion && (named == null || named.equals(happening.to()));
    }
}
