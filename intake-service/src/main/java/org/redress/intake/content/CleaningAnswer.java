package org.redress.intake.content;

/** What became of a file that was given to be cleaned. */
sealed interface CleaningAnswer {
    /** Reading it took more than it may. */
    CleaningAnswer TOO_COMPLEX = new Refused(RefusalReason.TOO_COMPLEX);

    /**
     * There is a copy.
     *
     * @param type what the copy is
     */
    record Cleaned(ContentType type) implements CleaningAnswer {}

    /** The file is not accepted. */
    record Refused(RefusalReason reason) implements CleaningAnswer {}

    /**
     * The machine failed, not the file.
     *
     * @param what the failure's name
     */
    record Failed(String what) implements CleaningAnswer {}

    /** Reads a line of a cleaning process. */
    static CleaningAnswer of(String line) {
        String[] words = line.split(" ", 2);
        String word = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "OK" -> new Cleaned(ContentType.valueOf(word));
            case "NO" -> new Refused(RefusalReason.valueOf(word));
            default -> new Failed(word);
        };
    }
}
