package org.redress.intake.evidence;

import java.util.Map;
import java.util.TreeMap;

/**
 * What makes two uploads the same request under one key: the file's hash stands for the file, its copy plays no part.
 *
 * @param fields as they were sent
 */
record SentFile(String sha256, String fileName, Map<String, String> fields) {
    /** Sorts the fields: their order in the form says nothing. */
    SentFile {
        fields = new TreeMap<>(fields);
    }

    static SentFile of(UploadForm form) {
        return new SentFile(form.file().hash().hex(), form.fileName().text(), form.fields());
    }
}
