/** Says whether the console can do its work. */
@NullMarked
package org.redress.console.health;

import org.jspecify.annotations.NullMarked;
