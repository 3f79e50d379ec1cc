/** Files for tests that are what they say they are. */
@NullMarked
package org.redress.infra.file;

import org.jspecify.annotations.NullMarked;
