/** The data directory: its lock, its space, chosen ports, secrets and the record of what runs. */
@NullMarked
package org.redress.launcher.data;

import org.jspecify.annotations.NullMarked;
