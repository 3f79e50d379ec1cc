package org.redress.sla.watch;

import java.util.List;

/**
 * What one transaction of the watch did.
 *
 * @param claimed how many complaints it held
 * @param fired what it fired, in the order of firing
 */
record Round(int claimed, List<FiredLevel> fired) {}
