package org.redress.intake.evidence;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.filestore.Sha256;
import org.redress.intake.filing.Characters;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Reads and checks the fields of an upload's form. All wrong ones are named at once. */
final class UploadFields {
    private static final Set<String> KNOWN = Set.of("kind", "occurredAt", "note", "keyFact", "sha256");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration FORGIVEN = Duration.ofMinutes(5);
    private static final int LONGEST_NOTE = 2000;

    private final Map<String, String> fields;
    private final ResourceBundle texts;
    private final List<FieldError> errors = new ArrayList<>();

    private UploadFields(Map<String, String> fields, ResourceBundle texts) {
        this.fields = fields;
        this.texts = texts;
    }

    /**
     * The fields of a form.
     *
     * @param ofPiece the kind of the piece that it is a new version of; null if it is a piece of its own
     * @param now no event is later
     * @throws ProblemException 422 with every wrong field
     */
    static UploadRequest read(
            Map<String, String> fields, @Nullable EvidenceKind ofPiece, Instant now, ResourceBundle texts) {
        UploadFields reader = new UploadFields(fields, texts);
        fields.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .forEach(name -> reader.wrong(name.replaceAll("[^A-Za-z0-9_.-]", "_"), "unknown"));
        EvidenceKind kind = reader.kind(ofPiece);
        Instant occurredAt = reader.occurredAt(now);
        String note = reader.note();
        Boolean keyFact = reader.keyFact();
        Sha256 sha256 = reader.sha256();
        if (!reader.errors.isEmpty()) {
            throw ProblemException.invalid(reader.errors);
        }
        return new UploadRequest(kind, occurredAt, note, keyFact, sha256);
    }

    /** The kind that a form names, if it is one: to bound the file that comes behind it. */
    static @Nullable EvidenceKind kindOf(@Nullable String text) {
        return Arrays.stream(EvidenceKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private EvidenceKind kind(@Nullable EvidenceKind ofPiece) {
        String text = fields.get("kind");
        EvidenceKind kind = text == null ? ofPiece : kindOf(text);
        if (kind != null && (ofPiece == null || ofPiece == kind)) {
            return kind;
        }
        if (ofPiece != null) {
            wrong("kind", "other-kind");
        } else if (text == null) {
            wrong("kind", "required");
        } else {
            String all = Arrays.stream(EvidenceKind.values()).map(Enum::name).collect(Collectors.joining(", "));
            errors.add(new FieldError("/kind", "value", texts.getString("field.value") + " " + all));
        }
        return EvidenceKind.OTHER;
    }

    private @Nullable Instant occurredAt(Instant now) {
        String text = fields.get("occurredAt");
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (at.isBefore(EARLIEST) || at.isAfter(now.plus(FORGIVEN))) {
                wrong("occurredAt", at.isBefore(EARLIEST) ? "range" : "future");
            }
            return at;
        } catch (DateTimeException e) {
            wrong("occurredAt", "format");
            return null;
        }
    }

    private @Nullable String note() {
        String text = fields.get("note");
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > LONGEST_NOTE) {
            wrong("note", "length");
        }
        if (!Characters.areText(text)) {
            wrong("note", "characters");
        }
        return text;
    }

    private @Nullable Boolean keyFact() {
        String text = fields.get("keyFact");
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            wrong("keyFact", "boolean");
        }
        return text.equals("true");
    }

    private @Nullable Sha256 sha256() {
        String text = fields.get("sha256");
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return new Sha256(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            wrong("sha256", "hash-format");
            return null;
        }
    }

    private void wrong(String field, String code) {
        errors.add(new FieldError("/" + field, code, texts.getString("field." + code)));
    }
}
