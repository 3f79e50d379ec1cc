/** Tests of what is told together. */
@NullMarked
package org.redress.notification.digest;

import org.jspecify.annotations.NullMarked;
