/** What has fired, to be read: warnings, breaches and escalations of a platform. Changes nothing. */
@NullMarked
package org.redress.sla.breach;

import org.jspecify.annotations.NullMarked;
