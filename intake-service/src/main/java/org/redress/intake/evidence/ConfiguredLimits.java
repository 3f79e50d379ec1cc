package org.redress.intake.evidence;

import java.util.Map;
import org.redress.intake.content.ContentType.Family;

/** The limits that the configuration sets. */
final class ConfiguredLimits {
    private ConfiguredLimits() {}

    static EvidenceLimits of(EvidenceConfig config) {
        var sizes = config.maxSize();
        var complaint = config.perComplaint();
        var person = config.perPerson();
        return new EvidenceLimits(
                Map.of(
                        Family.IMAGE, sizes.image().asLongValue(),
                        Family.DOCUMENT, sizes.document().asLongValue(),
                        Family.TEXT, sizes.text().asLongValue(),
                        Family.AUDIO, sizes.audio().asLongValue(),
                        Family.VIDEO, sizes.video().asLongValue()),
                new EvidenceLimits.Amount(complaint.files(), complaint.bytes().asLongValue()),
                new EvidenceLimits.Amount(person.files(), person.bytes().asLongValue()),
                person.period());
    }
}
