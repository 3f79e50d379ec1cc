@NullMarked
package org.redress.infra;

import org.jspecify.annotations.NullMarked;
