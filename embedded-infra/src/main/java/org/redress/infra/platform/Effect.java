package org.redress.infra.platform;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that a platform did. A second one with the same id is a needless second order.
 *
 * @param platform which one
 * @param id of the freeze or the remedy
 * @param key the call's {@code Idempotency-Key}; empty if no call made it
 * @param body what was ordered
 */
public record Effect(String platform, String id, String key, JsonNode body) {}
