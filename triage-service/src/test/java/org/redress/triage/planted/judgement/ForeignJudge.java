package org.redress.triage.planted.judgement;

import java.time.Instant;
import org.redress.contract.Category;
import org.redress.triage.planted.edge.OpenResource;

/** Planted: knows a contract, an edge and the wall clock. */
public final class ForeignJudge {
    private ForeignJudge() {}

    /** Breaks three rules. */
    public static String judge() {
        return Category.OTHER + Instant.now().toString() + OpenResource.class.getName();
    }
}
