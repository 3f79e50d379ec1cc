/** What triage would say, storing nothing. Knows neither rows nor events. */
@NullMarked
package org.redress.triage.preview;

import org.jspecify.annotations.NullMarked;
