/** What every HTTP answer carries. */
@NullMarked
package org.redress.service.http;

import org.jspecify.annotations.NullMarked;
