package org.redress.intake.evidence;

import java.util.Map;
import org.redress.intake.filestore.StoredFile;

/**
 * A form as it came in: its file is in the store by now, its fields are as they were sent.
 *
 * @param fields by name, each once
 */
record UploadForm(StoredFile file, FileName fileName, Map<String, String> fields) {
    /** Copies the map. */
    UploadForm {
        fields = Map.copyOf(fields);
    }
}
