@NullMarked
package org.redress.sla;

import org.jspecify.annotations.NullMarked;
