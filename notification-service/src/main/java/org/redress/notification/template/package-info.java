/** Texts in zh-CN and en from resource files; values that are put in stay inert. */
@NullMarked
package org.redress.notification.template;

import org.jspecify.annotations.NullMarked;
