package org.redress.intake.chain;

/**
 * What a signed root attests of a complaint's chain: at the time of the root it ended like this.
 *
 * @param root the root's number
 * @param position the last entry's place then
 * @param head that entry's hash
 */
public record Anchor(long root, int position, Digest head) {}
