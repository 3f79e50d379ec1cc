/** Sample complaints. */
@NullMarked
package org.redress.launcher.demo;

import org.jspecify.annotations.NullMarked;
