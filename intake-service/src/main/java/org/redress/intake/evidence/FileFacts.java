package org.redress.intake.evidence;

import org.redress.intake.content.ContentType;
import org.redress.intake.filestore.Sha256;

/**
 * A file in the store.
 *
 * @param type what it is, by its content
 * @param size in bytes
 * @param hash of its content
 */
record FileFacts(ContentType type, long size, Sha256 hash) {}
