/**
 * What a file is, judged by its content and not by its name, and the cleaned copy of it that others may see. Knows nothing
 * of complaints and people.
 */
@NullMarked
package org.redress.intake.content;

import org.jspecify.annotations.NullMarked;
