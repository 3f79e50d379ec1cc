/** Keeps files by the SHA-256 of their content; knows nothing of complaints, people and file types. */
@NullMarked
package org.redress.intake.filestore;

import org.jspecify.annotations.NullMarked;
