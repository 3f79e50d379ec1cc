package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;
import static org.redress.intake.evidence.Uploads.added;
import static org.redress.intake.evidence.Uploads.picture;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.Sha256;

/** Somebody who rules the database and the store puts other evidence in its place; verification says where. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class EvidenceProofIT {
    private static final String PLATFORM = "kameng";

    @Inject
    FileStore files;

    private final String me = Desk.someone();
    private String complaint = "";
    private String piece = "";
    private String copy = "";

    @BeforeEach
    void addTwo() {
        complaint = Desk.filed(PLATFORM, me);
        JsonPath answer = added("complainant", PLATFORM, me, complaint, picture("jpg"), "CHAT")
                .jsonPath();
        piece = answer.getString("id");
        copy = answer.getString("versions[0].copy.sha256");
        assertThat(copy).isNotEqualTo(answer.getString("versions[0].original.sha256"));
        added("complainant", PLATFORM, me, complaint, picture(), "OTHER");
    }

    @Test
    void theEntryNamesTheCopyToo() {
        JsonPath answer = verified();
        assertThat(answer.getBoolean("valid")).as(answer.prettify()).isTrue();
        assertThat(answer.getInt("evidence.files")).isEqualTo(2);
        assertThat(answer.getInt("evidence.compared")).isEqualTo(2);
        assertThat(as("complainant", PLATFORM, me)
                        .get("/api/v1/complaints/" + complaint + "/timeline")
                        .jsonPath()
                        .<String>getList("items.findAll { it.kind == 'EVIDENCE_ADDED' }.data.copySha256"))
                .hasSize(2)
                .contains(copy);
    }

    @Test
    void aReplacedOrLostCopyIsNamed() throws IOException {
        Path stored = files.local(new Sha256(copy)).path();
        byte[] before = Files.readAllBytes(stored);
        byte[] other = before.clone();
        other[other.length - 3] ^= 1;
        Files.setPosixFilePermissions(stored, PosixFilePermissions.fromString("rw-------"));
        Files.write(stored, other);
        found("EVIDENCE_CHANGED", position());
        Files.delete(stored);
        found("EVIDENCE_MISSING", position());
        Files.write(stored, before);
        assertThat(verified().getBoolean("valid")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sha256 = copy_sha256 | EVIDENCE_CHANGED",
                "copy_sha256 = sha256 | EVIDENCE_CHANGED",
                "size = size + 1 | EVIDENCE_CHANGED",
                "kind = 'INVOICE' | EVIDENCE_CHANGED",
                "media_type = 'image/gif' | EVIDENCE_CHANGED",
                "by_id = 'u-other' | EVIDENCE_CHANGED",
                "by_role = 'AGENT' | EVIDENCE_CHANGED",
                "occurred_at = now() | EVIDENCE_CHANGED",
                "version = 7 | EVIDENCE_MISSING",
                "evidence_id = gen_random_uuid() | EVIDENCE_MISSING"
            })
    void aRecordThatWasChangedIsNamed(String change, String kind) {
        Ledger.tamper("update evidence set " + change + " where evidence_id = '" + piece + "'");
        found(kind, position());
    }

    @Test
    void aRecordThatIsGoneIsNamed() {
        Ledger.tamper("delete from evidence where evidence_id = '" + piece + "'");
        found("EVIDENCE_MISSING", position());
    }

    @Test
    void aRecordThatNoEntryNamesIsNamed() {
        List<String> columns = Ledger.texts(
                "select column_name from information_schema.columns where table_name = 'evidence' order by ordinal_position");
        String all = String.join(", ", columns);
        Ledger.tamper("insert into evidence (" + all + ") select " + all.replace("version", "2") + " from evidence"
                + " where evidence_id = '" + piece + "'");
        found("EVIDENCE_CHANGED", 1);
    }

    private int position() {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + complaint + "/timeline")
                .jsonPath()
                .getInt("items.find { it.data?.evidenceId == '" + piece + "' }.position");
    }

    private void found(String kind, int position) {
        JsonPath answer = verified();
        assertThat(answer.getString("problem.kind")).as(answer.prettify()).isEqualTo(kind);
        assertThat(answer.getInt("problem.position")).isEqualTo(position);
        assertThat(answer.getBoolean("valid")).isFalse();
    }

    private JsonPath verified() {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + complaint + "/timeline/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
