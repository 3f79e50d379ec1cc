/** The broker's own process. */
@NullMarked
package org.redress.launcher.kafka;

import org.jspecify.annotations.NullMarked;
