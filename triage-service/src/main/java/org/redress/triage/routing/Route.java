package org.redress.triage.routing;

/**
 * Where a complaint waits and who is trained for it.
 *
 * @param queue the queue's name, unique within a platform
 * @param tier the team
 */
public record Route(String queue, Tier tier) {}
