package org.redress.contract;

import org.jspecify.annotations.Nullable;

/**
 * Who did something: a role and, where readers need it, an opaque id. Never a name, a number or an address.
 *
 * @param role in what role
 * @param id as the token or the platform names them; optional
 */
public record Actor(ActorRole role, @Nullable String id) {}
