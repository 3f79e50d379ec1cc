package org.redress.intake.chain;

/**
 * A root and who stands for it.
 *
 * @param root what is signed
 * @param key the id of the key, see {@link RootKeys}
 * @param signature Ed25519, 128 hexadecimal digits
 */
public record SignedRoot(Root root, String key, String signature) {}
