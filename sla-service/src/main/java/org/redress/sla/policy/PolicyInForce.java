package org.redress.sla.policy;

import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.policy.Policy;

/**
 * A policy version that complaints are timed by.
 *
 * @param calendar in the version that the policy was accepted with
 */
public record PolicyInForce(int version, Policy policy, Calendar calendar) {}
