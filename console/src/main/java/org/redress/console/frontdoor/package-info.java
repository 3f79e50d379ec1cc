/** The one address: passes each request to the service it belongs to, unchanged and unbuffered. Holds no rules of any service. */
@NullMarked
package org.redress.console.frontdoor;

import org.jspecify.annotations.NullMarked;
