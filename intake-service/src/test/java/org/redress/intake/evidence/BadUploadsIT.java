package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.evidence.Uploads.address;
import static org.redress.intake.evidence.Uploads.picture;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BadUploadsIT {
    private static final String PLATFORM = "wangwang";
    private static final String ME = Desk.someone();
    private static final String END = "--XX--\r\n";
    private static final String KIND = field("kind", "CHAT");

    private static String complaint = "";

    /** One row of the table; the file is a good picture where {@code PICTURE} stands. */
    record Row(String title, String type, String body, int status, String code, String pointer) {
        Row(String title, String body, int status, String code, String pointer) {
            this(title, "multipart/form-data; boundary=XX", body, status, code, pointer);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Row> rows() {
        String picture = file("a.png", "PICTURE");
        return List.of(
                new Row("json instead of a form", "application/json", "{}", 415, "unsupported-media-type", ""),
                new Row("no boundary", "multipart/form-data", KIND + picture + END, 400, "malformed-upload", "/file"),
                new Row("no file", KIND + END, 400, "malformed-upload", "/file"),
                new Row("empty body", "", 400, "malformed-upload", "/file"),
                new Row("two files", KIND + picture + picture + END, 400, "malformed-upload", "/file"),
                new Row("a field twice", KIND + KIND + picture + END, 400, "malformed-upload", "/file"),
                new Row("cut before the end", KIND + picture, 400, "malformed-upload", "/file"),
                new Row("headers without end", "--XX\r\n" + "a".repeat(40_000), 400, "malformed-upload", "/file"),
                new Row("no kind", picture + END, 422, "invalid", "/kind"),
                new Row("unknown kind", field("kind", "SELFIE") + picture + END, 422, "invalid", "/kind"),
                new Row(
                        "the platform's kind",
                        field("kind", "PLATFORM_RECORD") + picture + END,
                        422,
                        "invalid",
                        "/kind"),
                new Row(
                        "unknown field",
                        KIND + field("complaintId", "1") + picture + END,
                        422,
                        "invalid",
                        "/complaintId"),
                new Row("mass assignment", KIND + field("version", "9") + picture + END, 422, "invalid", "/version"),
                new Row(
                        "time in the future",
                        KIND + field("occurredAt", "2100-01-01T00:00:00Z") + picture + END,
                        422,
                        "invalid",
                        "/occurredAt"),
                new Row(
                        "time before time",
                        KIND + field("occurredAt", "1899-01-01T00:00:00Z") + picture + END,
                        422,
                        "invalid",
                        "/occurredAt"),
                new Row(
                        "time without offset",
                        KIND + field("occurredAt", "2024-01-01T00:00:00") + picture + END,
                        422,
                        "invalid",
                        "/occurredAt"),
                new Row(
                        "year of ten digits",
                        KIND + field("occurredAt", "+999999999-01-01T00:00:00Z") + picture + END,
                        422,
                        "invalid",
                        "/occurredAt"),
                new Row("long note", KIND + field("note", "字".repeat(2001)) + picture + END, 422, "invalid", "/note"),
                new Row(
                        "control characters",
                        KIND + field("note", "a\u0000b") + picture + END,
                        422,
                        "invalid",
                        "/note"),
                new Row("no boolean", KIND + field("keyFact", "yes") + picture + END, 422, "invalid", "/keyFact"),
                new Row("no hash", KIND + field("sha256", "abc") + picture + END, 422, "invalid", "/sha256"),
                new Row(
                        "another file's hash",
                        KIND + field("sha256", "0".repeat(64)) + picture + END,
                        422,
                        "invalid",
                        "/sha256"),
                new Row("empty file", KIND + file("a.png", "") + END, 422, "content-not-accepted", "/file"),
                new Row(
                        "a page",
                        KIND + file("a.png", "<!DOCTYPE html><html><script>alert(1)</script></html>") + END,
                        415,
                        "type-not-accepted",
                        "/file"),
                new Row(
                        "a drawing with scripts",
                        KIND
                                + file(
                                        "a.png",
                                        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")
                                + END,
                        415,
                        "type-not-accepted",
                        "/file"),
                new Row(
                        "an archive",
                        KIND + file("a.png", "PK\u0003\u0004" + "a".repeat(100)) + END,
                        415,
                        "type-not-accepted",
                        "/file"),
                new Row(
                        "a program",
                        KIND + file("a.png", "MZ" + "\u0000".repeat(200)) + END,
                        415,
                        "type-not-accepted",
                        "/file"),
                new Row(
                        "text as an invoice",
                        field("kind", "INVOICE") + file("a.pdf", "just text") + END,
                        415,
                        "type-not-accepted",
                        "/file"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isRefusedAndLeavesNothing(Row row) throws IOException {
        assertThat(Ledger.leftBy(() -> refused(row))).isEmpty();
    }

    private void refused(Row row) throws IOException {
        Answer answer = send(row, "en");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(row.status());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).as(answer.asString()).isEqualTo(row.code());
        if (!row.pointer().isEmpty()) {
            assertThat(answer.jsonPath().<String>getList("errors.pointer")).contains(row.pointer());
        }
        assertThat(answer.asString()).doesNotContain("Exception", "org.redress", "apache", "sql", "/tmp", "target");
    }

    @Test
    void aRefusalSaysWhatWouldPassInTheReadersLanguage() throws IOException {
        Row page = new Row("", field("kind", "INVOICE") + file("a.png", "%!PS-Adobe-3.0 something") + END, 415, "", "");

        Answer answer = send(page, "zh-CN");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.jsonPath().getString("title")).isEqualTo("不接受此类型的文件");
        assertThat(answer.jsonPath().getString("detail")).contains("INVOICE 可接受：", "image/png (20 MiB)");
        assertThat(answer.jsonPath().getList("accepted.mediaType")).contains("image/png", "application/pdf");
    }

    @Test
    void aFileOverItsLimitIsRefusedWithTheLimit() {
        byte[] picture = picture();
        byte[] large = java.util.Arrays.copyOf(picture, 21 * 1024 * 1024);

        Response answer =
                Uploads.form("complainant", PLATFORM, ME, large, "INVOICE").post(address(complaint()));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(413);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("file-too-large");
        assertThat(answer.jsonPath().getList("accepted.mediaType")).contains("image/png");
    }

    @Test
    void otherBodiesAreBoundAsBefore() {
        Response answer = Desk.as("complainant", PLATFORM, ME)
                .contentType("application/json")
                .body("{\"text\": \"" + "a".repeat(70_000) + "\"}")
                .post("/api/v1/complaints/" + complaint() + "/messages");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private static Answer send(Row row, String language) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int from = row.body().indexOf("PICTURE");
        if (from < 0) {
            body.write(row.body().getBytes(StandardCharsets.UTF_8));
        } else {
            body.write(row.body().substring(0, from).getBytes(StandardCharsets.UTF_8));
            body.write(picture());
            body.write(row.body().substring(from + "PICTURE".length()).getBytes(StandardCharsets.UTF_8));
        }
        return send(row.type(), language, body.toByteArray());
    }

    /** By the JDK's client, which sends what it is given. */
    private static Answer send(String type, String language, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + address(complaint())))
                .header("Authorization", "Bearer " + RedressInfra.token("complainant", PLATFORM, ME))
                .header("Accept-Language", language)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(int statusCode, String contentType, String asString) {
        JsonPath jsonPath() {
            return JsonPath.from(asString);
        }
    }

    private static synchronized String complaint() {
        if (complaint.isEmpty()) {
            complaint = Desk.filed(PLATFORM, ME);
        }
        return complaint;
    }

    private static String field(String name, String value) {
        return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String content) {
        return "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n";
    }
}
