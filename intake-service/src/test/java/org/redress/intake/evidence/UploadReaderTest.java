package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.filestore.Sha256;
import org.redress.intake.filestore.StoredFile;

class UploadReaderTest {
    private static final String TYPE = "multipart/form-data; boundary=XX";
    private static final String FILE = part("file\"; filename=\"a.png", "PNG");

    private String kept = "";
    private Map<String, String> before = Map.of();

    @Test
    void fieldsAndFileAreReadInAnyOrder() throws IOException {
        UploadForm form = read(TYPE, part("kind", "CHAT") + FILE + part("note", "看这里") + "--XX--\r\n");

        assertThat(kept).isEqualTo("PNG");
        assertThat(before).isEqualTo(Map.of("kind", "CHAT"));
        assertThat(form.fileName().text()).isEqualTo("a.png");
        assertThat(form.fields()).isEqualTo(Map.of("kind", "CHAT", "note", "看这里"));
    }

    @Test
    void aFileMayHoldWhatLooksLikeTheBoundary() throws IOException {
        read(TYPE, part("file\"; filename=\"a", "a\r\n--X\r\n-XX\r\n--\r\n") + "--XX--");

        assertThat(kept).isEqualTo("a\r\n--X\r\n-XX\r\n--\r\n");
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        assertThat(read(TYPE, part("file\"; filename=\"a", "") + "--XX--")
                        .file()
                        .size())
                .isZero();
    }

    @Test
    void quotedBoundariesAndEncodedNamesAreRead() throws IOException {
        UploadForm form = read(
                "Multipart/Form-Data; charset=utf-8; boundary=\"XX\"",
                "--XX\r\ncontent-disposition: form-data; name=file; filename*=UTF-8''%E5%9B%BE.png\r\n\r\nP\r\n--XX--");

        assertThat(form.fileName().text()).isEqualTo("图.png");
    }

    /** What is sent; {@code FILE} is a good file part, {@code ~} a line break. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no boundary           | multipart/form-data                          | FILE--XX--                 | boundary
            empty boundary        | multipart/form-data; boundary=               | FILE--XX--                 | boundary
            no parts              | multipart/form-data; boundary=XX             | hello                      | no-file
            empty body            | multipart/form-data; boundary=XX             | ''                         | no-file
            another boundary      | multipart/form-data; boundary=YY             | FILE--XX--                 | no-file
            only fields           | multipart/form-data; boundary=XX             | --XX~Content-Disposition: form-data; name="kind"~~CHAT~--XX-- | no-file
            two files             | multipart/form-data; boundary=XX             | FILEFILE--XX--             | two-files
            a field twice         | multipart/form-data; boundary=XX             | FIELDFIELDFILE--XX--       | twice
            no end                | multipart/form-data; boundary=XX             | FILE                       | parts
            cut in the file       | multipart/form-data; boundary=XX             | --XX~Content-Disposition: form-data; name="file"; filename="a"~~PN | parts
            cut in the headers    | multipart/form-data; boundary=XX             | --XX~Content-Disposition: form-da | parts
            bytes that are no UTF-8 | multipart/form-data; boundary=XX           | --XX~Content-Disposition: form-data; name="note"~~\u00ff~FILE--XX-- | encoding
            """)
    void whatIsNoSuchFormIsRefused(String title, String type, String body, String code) {
        String sent = body.replace("FIELD", part("kind", "CHAT"))
                .replace("FILE", FILE)
                .replace("~", "\r\n");

        assertThatThrownBy(() -> UploadReader.read(
                        new ByteArrayInputStream(sent.getBytes(StandardCharsets.ISO_8859_1)), type, this::keep))
                .as(title)
                .isInstanceOfSatisfying(RefusedUploadException.class, refused -> {
                    assertThat(refused.why()).isEqualTo(Refused.MALFORMED_UPLOAD);
                    assertThat(refused.detailCode()).isEqualTo(code);
                });
    }

    @Test
    void hugeFieldsHeadersAndNumbersOfPartsAreRefused() {
        refused(part("note", "a".repeat(16 * 1024 + 1)) + FILE + "--XX--", "long-field");
        refused(part("x".repeat(20_000), "a") + FILE + "--XX--", "parts");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            many.append(part("f" + i, "a"));
        }
        refused(many + FILE + "--XX--", "parts");
    }

    private void refused(String body, String code) {
        assertThatThrownBy(() -> read(TYPE, body))
                .isInstanceOfSatisfying(
                        RefusedUploadException.class,
                        refused -> assertThat(refused.detailCode()).isEqualTo(code));
    }

    private UploadForm read(String type, String body) throws IOException {
        return UploadReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), type, this::keep);
    }

    private StoredFile keep(InputStream content, Map<String, String> fields) throws IOException {
        before = fields;
        byte[] bytes = content.readAllBytes();
        kept = new String(bytes, StandardCharsets.UTF_8);
        return new StoredFile(Sha256.of(new ByteArrayInputStream(bytes)), bytes.length);
    }

    private static String part(String name, String value) {
        return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
