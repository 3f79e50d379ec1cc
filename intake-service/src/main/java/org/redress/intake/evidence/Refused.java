package org.redress.intake.evidence;

import java.util.Locale;

/** Why an upload is refused. The names are stable codes on the wire, in kebab case. */
enum Refused {
    /** The body is no form with parts, or ends in the middle of one. */
    MALFORMED_UPLOAD(400),
    /** It took longer than an upload may take. */
    TOO_SLOW(408),
    /** The file is larger than any of its sort or kind may be. */
    FILE_TOO_LARGE(413),
    /** By its content, the file is of no type that evidence of this kind comes as. */
    TYPE_NOT_ACCEPTED(415),
    /** The file is of a type that is accepted, but cannot be made safe: damaged, a bomb, two things at once. */
    CONTENT_NOT_ACCEPTED(422),
    /** The side has added as many files to the complaint as it may. */
    COMPLAINT_FILES_USED_UP(409),
    /** The side's files of the complaint would be larger together than they may be. */
    COMPLAINT_BYTES_USED_UP(409),
    /** The person has added as many files as they may for now. */
    PERSON_FILES_USED_UP(429),
    /** What the person has added is as large together as it may be for now. */
    PERSON_BYTES_USED_UP(429),
    /** The person has as many uploads under way as they may. */
    TOO_MANY_AT_ONCE(429),
    /** As many uploads are under way as this instance takes. */
    TOO_BUSY(503),
    /** The file store does not work. */
    STORE_UNAVAILABLE(503),
    /** The file store is full. */
    STORE_FULL(507);

    private final int status;

    Refused(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** The stable code. */
    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is about the file itself, so that another file would pass. */
    boolean aboutFile() {
        return switch (this) {
            case MALFORMED_UPLOAD, FILE_TOO_LARGE, TYPE_NOT_ACCEPTED, CONTENT_NOT_ACCEPTED -> true;
            default -> false;
        };
    }
}
