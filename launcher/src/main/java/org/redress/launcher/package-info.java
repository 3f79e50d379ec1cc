@NullMarked
package org.redress.launcher;

import org.jspecify.annotations.NullMarked;
