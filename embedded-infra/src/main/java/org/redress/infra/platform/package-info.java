/** Selling platforms for tests: a backend that knows orders, carries out remedies, freezes accounts, and misbehaves on demand. */
@NullMarked
package org.redress.infra.platform;

import org.jspecify.annotations.NullMarked;
