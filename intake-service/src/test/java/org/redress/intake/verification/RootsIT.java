package org.redress.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Digest;
import org.redress.intake.chain.Link;
import org.redress.intake.chain.MakeRoots;
import org.redress.intake.complaint.TimelineRepository;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.Sha256;

/** What a chain alone cannot show shows by the roots, also to somebody who rules the database and computes all hashes anew. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class RootsIT {
    @Inject
    MakeRoots makeRoots;

    @Inject
    TimelineRepository timelines;

    @Inject
    EvidenceCheck evidenceCheck;

    @Inject
    FileStore files;

    @Inject
    AgroalDataSource pool;

    @Inject
    MeterRegistry metrics;

    @Inject
    @ConfigProperty(name = "redress.intake.chain.roots")
    Path roots;

    private final String me = Desk.someone();
    private String id = "";

    @BeforeEach
    void fileAndTalk() {
        id = Desk.filed("huijin", me);
        IntStream.rangeClosed(1, 3).forEach(this::say);
        attest();
        keepTheRoots();
    }

    @AfterEach
    void putTheRootsBack() {
        Ledger.tamper("update chain.leaf set head = kept.head, position = kept.position from kept_leaf kept"
                + " where kept.root = leaf.root and kept.place = leaf.place");
        Ledger.tamper("insert into chain.root select * from kept_root on conflict do nothing");
        Ledger.tamper("insert into chain.leaf select * from kept_leaf on conflict do nothing");
    }

    private void keepTheRoots() {
        Ledger.tamper("drop table if exists kept_leaf");
        Ledger.tamper("drop table if exists kept_root");
        Ledger.tamper("create table kept_leaf as select * from chain.leaf");
        Ledger.tamper("create table kept_root as select * from chain.root");
    }

    @Test
    void aRootAttestsTheChain() {
        JsonPath answer = verified();
        assertThat(answer.getBoolean("valid")).as(answer.prettify()).isTrue();
        assertThat(answer.getInt("anchored.position")).isEqualTo(4);
        assertThat(answer.getString("anchored.head")).isEqualTo(answer.getString("head"));
        assertThat(answer.getString("anchored.signature")).hasSize(128);
        assertThat(as("ops", "huijin", "o")
                        .get("/api/v1/standards/timeline-keys")
                        .jsonPath()
                        .getString("keys[0].id"))
                .isEqualTo(answer.getString("anchored.key"));
        say(9);
        assertThat(verified().getBoolean("valid")).isTrue();
        assertThat(verified().getInt("entries")).isEqualTo(5);
        assertThat(verified().getInt("anchored.position")).isEqualTo(4);
        attest();
        assertThat(verified().getInt("anchored.position")).isEqualTo(5);
    }

    @Test
    void withoutChangesNoRootIsMade() {
        await().until(() -> {
            String before = newest();
            makeRoots.makeRoots();
            return newest().equals(before);
        });
    }

    @Test
    void aCutTailIsNamed() {
        tamper("delete from timeline_entry where complaint_id = ? and position > 2");
        found("TAIL_CUT", 3, 3);
    }

    @Test
    void aTimelineThatIsGoneIsNamed() {
        tamper("delete from timeline_entry where complaint_id = ?");
        found("TAIL_CUT", 1, 1);
    }

    @Test
    void aChainComputedAnewIsNamed() {
        say(4);
        attest();
        tamper("update timeline_entry set actor = 'agent:x' where complaint_id = ? and position = 5");
        computeAnew();
        found("CHANGED", 5, 5);
        tamper("update timeline_entry set actor = 'agent:x' where complaint_id = ? and position = 2");
        computeAnew();
        found("CHANGED", 1, 4);
    }

    @Test
    void aChainComputedAnewIsNamedAlsoIfTheRootsOfTheDatabaseSayTheSame() {
        tamper("update timeline_entry set actor = 'agent:x' where complaint_id = ? and position = 2");
        computeAnew();
        tamper(
                "update chain.leaf set head = (select hash from timeline_entry t where t.complaint_id = ? and t.position = 4)"
                        + " where complaint_id = ?");
        found("CHANGED", 1, 4);
    }

    @Test
    void aDatabaseThatWasSetBackIsNamedAndMakesNoRoots() {
        say(4);
        attest();
        keepTheRoots();
        String last = attestedBy();
        tamper(
                "delete from timeline_entry where complaint_id = ? and position > 4",
                "delete from chain.leaf where root >= " + last,
                "delete from chain.root where number >= " + last);
        found("TAIL_CUT", 5, 5);
        say(5);
        attest();
        assertThat(newest()).isEqualTo(Long.toString(Long.parseLong(last) - 1));
        found("CHANGED", 5, 5);
        assertThat(gauge("redress.chain.roots.set.back")).isEqualTo(1);
        putTheRootsBack();
        makeRoots.makeRoots();
        assertThat(gauge("redress.chain.roots.set.back")).isZero();
    }

    @Test
    void rootsThatTheFilesLackAreCounted() throws IOException {
        Path file = roots.resolve("roots.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        makeRoots.makeRoots();
        assertThat(gauge("redress.chain.roots.unwritten")).isEqualTo(1);
        makeRoots.makeRoots();
        assertThat(gauge("redress.chain.roots.unwritten")).isZero();
    }

    @Test
    void aRootThatIsGoneOrAnotherIsNamed() {
        tamper("delete from chain.leaf where complaint_id = ?");
        found("ROOT_BROKEN", 4, 4);
        putTheRootsBack();
        tamper("update chain.root set leaves = leaves + 1 where number = " + attestedBy());
        found("ROOT_BROKEN", 4, 4);
        tamper("update chain.root set leaves = leaves - 1 where number = " + attestedBy());
        assertThat(verified().getBoolean("valid")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "A", "\u00e9", " "})
    void aDamagedLineOfTheFilesIsAFindingAndNoFailure(String damage) throws IOException {
        Path file = roots.resolve("heads").resolve(id.substring(id.length() - 2));
        byte[] whole = Files.readAllBytes(file);
        int line = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf(id);
        for (int at : new int[] {line - 2, line + 37, line + 60}) {
            poke(file, at, damage.getBytes(StandardCharsets.ISO_8859_1)[0]);
            found("ROOT_BROKEN", 4, 4);
            poke(file, at, whole[at]);
        }
        assertThat(verified().getBoolean("valid")).isTrue();
    }

    private static void poke(Path file, int at, byte what) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            open.write(what);
        }
    }

    @Test
    void aDamagedLastRootOfTheFilesIsWrittenAgain() throws IOException {
        Path file = roots.resolve("roots.jsonl");
        List<String> lines = Files.readAllLines(file);
        String last = lines.get(lines.size() - 1);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                last,
                                last.substring(0, 40) + "\u00e9"
                                        + last.substring(41).replace("\"number\"", "number")));
        verified();
        makeRoots.makeRoots();
        assertThat(Files.readAllLines(file)).contains(last);
        assertThat(verified().getBoolean("valid")).isTrue();
        Files.write(file, lines);
    }

    @Test
    void filesCatchUpWithTheDatabase() throws IOException {
        Path file = roots.resolve("roots.jsonl");
        List<String> lines = Files.readAllLines(file);
        // as a crash after the commit and in the middle of the file's line leaves it
        Files.writeString(
                file,
                String.join("\n", lines.subList(0, lines.size() - 1))
                        + (lines.size() > 1 ? "\n" : "")
                        + lines.get(lines.size() - 1).substring(0, 40));
        makeRoots.makeRoots();
        assertThat(Files.readAllLines(file)).startsWith(lines.toArray(String[]::new));
        assertThat(verified().getBoolean("valid")).isTrue();
    }

    @Test
    void wordsThatWereChangedOrTakenAwayAreNamed() {
        tamper("update contact_entry set words = 'message 7' where complaint_id = ? and words = 'message 2'");
        found("WORDS_CHANGED", 3, 3);
        tamper("update contact_entry set words = 'message 2' where complaint_id = ? and words = 'message 7'");
        assertThat(verified().getBoolean("valid")).isTrue();
        tamper("delete from contact_entry where complaint_id = ? and words = 'message 1'");
        found("WORDS_CHANGED", 2, 2);
    }

    @Test
    void wordsThatChangedPlacesAreNamed() {
        tamper("update contact_entry a set words = b.words, salt = b.salt from contact_entry b where a.complaint_id = ?"
                + " and b.complaint_id = a.complaint_id and a.words in ('message 1', 'message 2')"
                + " and b.words in ('message 1', 'message 2') and a.words <> b.words");
        found("WORDS_CHANGED", 2, 2);
    }

    @Test
    void theComplaintsOwnWordsCannotBeChangedUnseen() {
        tamper("update complaint set description = description || '.' where id = ?");
        found("WORDS_CHANGED", 1, 1);
    }

    @Test
    void replacedAndLostEvidenceIsNamed() throws IOException {
        Sha256 hash = files.keep(new ByteArrayInputStream(id.getBytes(StandardCharsets.UTF_8)), 1000)
                .hash();
        String sha256 = hash.hex();
        Ledger.tamper("update timeline_entry set kind = 'EVIDENCE_ADDED', data = '{\"sha256\": \"" + sha256
                + "\"}' where complaint_id = '" + id + "' and position = 3");
        Ledger.tamper("delete from chain.leaf where complaint_id = '" + id + "'");
        computeAnew();
        String other = Desk.filed("huijin", me);
        assertThat(other).isNotEqualTo(id);
        JsonPath answer = verified();
        assertThat(answer.getInt("evidence.files")).isEqualTo(1);
        assertThat(answer.getInt("evidence.compared")).isEqualTo(1);
        Path stored = files.local(hash).path();
        Files.setPosixFilePermissions(stored, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        Files.writeString(stored, id.replace('-', '_'));
        assertThat(evidence()).contains(org.redress.intake.chain.Flaw.Kind.EVIDENCE_CHANGED);
        Files.delete(stored);
        assertThat(evidence()).contains(org.redress.intake.chain.Flaw.Kind.EVIDENCE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update timeline_entry set actor = 'x'",
                "delete from timeline_entry",
                "truncate timeline_entry",
                "update contact_entry set words = 'x'",
                "delete from contact_entry",
                "truncate contact_entry",
                "delete from complaint",
                "truncate complaint cascade",
                "update chain.root set at = now()",
                "delete from chain.root",
                "update chain.leaf set position = 1",
                "delete from chain.leaf",
                "alter table timeline_entry disable trigger all",
                "drop table timeline_entry",
                "set session_replication_role = replica"
            })
    void theServiceItselfMayNotChangeWhatIsWritten(String statement) {
        assertThatThrownBy(() -> {
                    try (var connection = pool.getConnection();
                            var doing = connection.createStatement()) {
                        doing.execute(statement);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update timeline_entry set actor = 'x'",
                "delete from timeline_entry",
                "truncate timeline_entry",
                "update contact_entry set words = 'x'",
                "delete from contact_entry",
                "truncate contact_entry"
            })
    void evenTheOwnerIsHeldBack(String statement) {
        assertThatThrownBy(() -> Ledger.texts(statement)).hasMessageContaining("append-only");
    }

    private java.util.Optional<org.redress.intake.chain.Flaw.Kind> evidence() {
        return evidenceCheck
                .check(timelines.chain(UUID.fromString(id)), List.of())
                .flaw()
                .map(org.redress.intake.chain.Flaw::kind);
    }

    /** Makes roots once no transaction is running any more that began before the last entry was written. */
    private void attest() {
        await().until(() -> Ledger.texts(
                        "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) > max(recorded_xid)"
                                + " from timeline_entry where complaint_id = cast(? as uuid)",
                        id)
                .equals(List.of("t")));
        makeRoots.makeRoots();
    }

    /** The newest root over this complaint's chain. */
    private String attestedBy() {
        return Ledger.texts("select max(root) from chain.leaf where complaint_id = cast(? as uuid)", id)
                .get(0);
    }

    /** What somebody does who rules the database and knows how hashes are made. */
    private void computeAnew() {
        Digest previous = Digest.NONE;
        for (ChainedEntry entry : timelines.chain(UUID.fromString(id))) {
            Digest hash = new Link(
                            UUID.fromString(id),
                            entry.position(),
                            previous,
                            entry.content().digest())
                    .digest();
            tamper("update timeline_entry set hash = decode('" + hash
                    + "', 'hex') where complaint_id = ? and position = " + entry.position());
            previous = hash;
        }
    }

    private void say(int i) {
        as("complainant", "huijin", me)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"text\": \"message " + i + "\"}")
                .post("/api/v1/complaints/" + id + "/messages")
                .then()
                .statusCode(201);
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    private static String newest() {
        return Ledger.texts("select max(number) from chain.root").get(0);
    }

    private JsonPath verified() {
        return as("complainant", "huijin", me)
                .get("/api/v1/complaints/" + id + "/timeline/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void found(String kind, int position, int through) {
        JsonPath answer = verified();
        assertThat(answer.getBoolean("valid")).as(answer.prettify()).isFalse();
        assertThat(answer.getString("problem.kind")).as(answer.prettify()).isEqualTo(kind);
        assertThat(answer.getInt("problem.position")).isEqualTo(position);
        assertThat(answer.getInt("problem.through")).isEqualTo(through);
    }

    private void tamper(String... statements) {
        for (String statement : statements) {
            Ledger.tamper(statement.replace("?", "'" + id + "'"));
        }
    }
}
