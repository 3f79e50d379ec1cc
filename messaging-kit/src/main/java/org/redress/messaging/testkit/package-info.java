/**
 * For the tests of services that read and write events: what a channel may do to them (twice, late, out of order) and where a
 * reader may die. Works on a real broker; never used in production code.
 */
@NullMarked
package org.redress.messaging.testkit;

import org.jspecify.annotations.NullMarked;
