package org.redress.infra.hostile;

import java.util.List;
import java.util.Map;

/**
 * What there is of one tenant, for people of another not to find.
 *
 * @param platform the tenant
 * @param subject whose they are, in whatever role
 * @param addresses by how the document writes an address: the address that a thing has, {@code /a/{id}} to {@code /a/7}; holds
 *     for what goes on below it too
 * @param filters by the name of a parameter of query or path: what finds them in a list
 * @param texts what no answer to a stranger may hold: ids
 */
public record Belongings(
        String platform,
        String subject,
        Map<String, String> addresses,
        Map<String, String> filters,
        List<String> texts) {
    /** Copies what it is given. */
    public Belongings {
        addresses = Map.copyOf(addresses);
        filters = Map.copyOf(filters);
        texts = List.copyOf(texts);
    }
}
