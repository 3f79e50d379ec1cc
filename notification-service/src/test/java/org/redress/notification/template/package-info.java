/** Rules of template, in plain Java. */
@NullMarked
package org.redress.notification.template;

import org.jspecify.annotations.NullMarked;
