package org.redress.triage.complaint;

import java.time.Instant;
import java.util.Locale;
import org.redress.triage.judgement.Judgement;

/**
 * A complaint was judged and has an owner.
 *
 * @param revision how often it has been judged, from 1
 * @param language what the reasons are told in
 * @param triagedAt the database's time
 */
public record TriageResult(
        Assignment assignment, int revision, Judgement judgement, Locale language, Instant triagedAt) {}
