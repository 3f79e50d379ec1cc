package org.redress.sla.clock;

import java.time.Instant;

/**
 * A level that is still to fire.
 *
 * @param level position in its rule, from 0
 * @param key its name across rules: the same for what must not be told twice when the rule changes
 * @param at where it lies, as the policy writes it
 * @param kind WARNING, BREACH, ESCALATION or LAPSE
 * @param addressee who is told, as the policy names it
 * @param firesAt when, in UTC
 */
public record ArmedLevel(int level, String key, String at, String kind, String addressee, Instant firesAt) {}
