@NullMarked
package org.redress.contract;

import org.jspecify.annotations.NullMarked;
