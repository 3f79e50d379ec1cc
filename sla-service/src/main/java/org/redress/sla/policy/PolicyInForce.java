package org.redress.sla.policy;

import org.redress.deadline.policy.Policy;

/** A policy version that complaints are timed by. */
public record PolicyInForce(int version, Policy policy) {}
