/** Tests of the pages that need no browser. */
@NullMarked
package org.redress.console.pages;

import org.jspecify.annotations.NullMarked;
