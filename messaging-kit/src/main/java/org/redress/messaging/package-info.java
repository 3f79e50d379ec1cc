@NullMarked
package org.redress.messaging;

import org.jspecify.annotations.NullMarked;
