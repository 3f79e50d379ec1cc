package org.redress.intake.filing;

import java.util.List;

/** What the rules say of a filing: it is good, or it is refused with every reason at once. */
sealed interface FilingCheck permits Filing, FilingCheck.Refused {
    /** At least one field is not accepted. */
    record Refused(List<Refusal> refusals) implements FilingCheck {}
}
