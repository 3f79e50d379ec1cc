package org.redress.intake.filestore;

/**
 * A file that is safely in the store.
 *
 * @param hash its content's hash, by which it is found again
 * @param size in bytes
 */
public record StoredFile(Sha256 hash, long size) {}
