package org.redress.intake.progress;

/**
 * Who works a case.
 *
 * @param queue where it waits
 * @param tier the team
 * @param owner who is in charge (R24)
 */
public record Assignment(String queue, String tier, String owner) {}
