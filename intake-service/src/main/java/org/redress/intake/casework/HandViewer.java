package org.redress.intake.casework;

import org.redress.contract.Actor;
import org.redress.intake.complaint.Viewer;

/**
 * Who gives a command, and which complaints they may give it on.
 *
 * @param actor the caller in the one role in which they act
 * @param viewer what they reach in that role
 */
public record HandViewer(Actor actor, Viewer viewer) {}
