/** The conventions of the documents, tried on a resource of their own. */
@NullMarked
package org.redress.service.openapi;

import org.jspecify.annotations.NullMarked;
