package org.redress.triage.planted;

/** What another service must not know. */
public final class Foreign {}
