/**
 * Makes cleaned copies: parsers of foreign files, one a type. Plain Java that runs in a process of its own, so that no file
 * can take the memory or the time of a service. Knows no framework and no store.
 */
@NullMarked
package org.redress.intake.content.cleaning;

import org.jspecify.annotations.NullMarked;
