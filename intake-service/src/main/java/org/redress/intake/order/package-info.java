/** What the selling platform holds about a complaint's order: asked for at filing, pulled by the server, kept with its hash. */
@NullMarked
package org.redress.intake.order;

import org.jspecify.annotations.NullMarked;
