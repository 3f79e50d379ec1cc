@NullMarked
package org.redress.intake;

import org.jspecify.annotations.NullMarked;
