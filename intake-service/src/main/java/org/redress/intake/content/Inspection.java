package org.redress.intake.content;

import org.redress.intake.filestore.StoredFile;

/** What came out of looking into a file. */
public sealed interface Inspection {
    /**
     * The file may be evidence.
     *
     * @param type what it is, whatever its name says
     * @param cleaned a copy for other people than its owner, kept in the store: of the same type unless {@code
     *     cleanedType} says otherwise, without metadata and without anything that could act
     * @param cleanedType what the copy is
     */
    record Accepted(ContentType type, StoredFile cleaned, ContentType cleanedType) implements Inspection {}

    /**
     * The file is not accepted. It is still in the store; the caller deletes it if nobody else has the same.
     *
     * @param found the media type that it seems to be, for the answer; printable ASCII
     */
    record Refused(RefusalReason reason, String found) implements Inspection {}
}
