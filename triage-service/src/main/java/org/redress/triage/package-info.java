@NullMarked
package org.redress.triage;

import org.jspecify.annotations.NullMarked;
