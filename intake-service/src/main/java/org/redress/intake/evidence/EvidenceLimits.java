package org.redress.intake.evidence;

import static org.redress.intake.content.ContentType.Family.AUDIO;
import static org.redress.intake.content.ContentType.Family.DOCUMENT;
import static org.redress.intake.content.ContentType.Family.IMAGE;
import static org.redress.intake.content.ContentType.Family.TEXT;
import static org.redress.intake.content.ContentType.Family.VIDEO;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.content.ContentType;
import org.redress.intake.content.ContentType.Family;

/**
 * What may be uploaded (R08). The same values are published, checked and quoted in refusals.
 *
 * @param maxBytes the largest file of each sort
 * @param perComplaint how much each side may add to one complaint, all versions counted
 * @param perPerson how much one person adds in a period
 * @param period the period
 */
record EvidenceLimits(Map<Family, Long> maxBytes, Amount perComplaint, Amount perPerson, Duration period) {
    /** Copies the map. */
    EvidenceLimits {
        maxBytes = Map.copyOf(maxBytes);
    }

    /** Some files with some bytes in all. */
    record Amount(long files, long bytes) {
        Amount plus(long moreFiles, long moreBytes) {
            return new Amount(files + moreFiles, bytes + moreBytes);
        }
    }

    /** What a kind of evidence comes as. */
    static Set<Family> families(EvidenceKind kind) {
        return switch (kind) {
            case ORDER_PAGE, PAYMENT_RECORD, INVOICE -> EnumSet.of(IMAGE, DOCUMENT);
            case CHAT -> EnumSet.of(IMAGE, DOCUMENT, TEXT, VIDEO);
            case BALANCE, ERROR_SCREEN -> EnumSet.of(IMAGE, VIDEO);
            case PRODUCT_PROMISE -> EnumSet.of(IMAGE, DOCUMENT, VIDEO);
            case CALL_RECORDING -> EnumSet.of(AUDIO, VIDEO);
            case PLATFORM_RECORD -> EnumSet.of(IMAGE, DOCUMENT, TEXT);
            case STATEMENT, OTHER -> EnumSet.allOf(Family.class);
        };
    }

    /** The largest file of a sort, in bytes. */
    long max(Family family) {
        return maxBytes.getOrDefault(family, 0L);
    }

    /** The largest file of any sort that a kind of evidence comes as, in bytes. */
    long max(EvidenceKind kind) {
        return families(kind).stream().mapToLong(this::max).max().orElse(0);
    }

    /** The types of file that a kind of evidence comes as. */
    static List<ContentType> types(EvidenceKind kind) {
        return Arrays.stream(ContentType.values())
                .filter(type -> families(kind).contains(type.family()))
                .toList();
    }

    /** The largest file of all, in bytes. */
    long max() {
        return maxBytes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
