/** The browser pages and the one address in front of the four APIs. Knows the services' addresses and paths, nothing of complaints. */
@NullMarked
package org.redress.console;

import org.jspecify.annotations.NullMarked;
