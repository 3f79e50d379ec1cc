/** Orders to compute clocks anew from kept events: who asked, how far it came, what it changed. Computes nothing itself. */
@NullMarked
package org.redress.sla.rebuild;

import org.jspecify.annotations.NullMarked;
