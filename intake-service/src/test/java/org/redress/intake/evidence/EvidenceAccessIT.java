package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;
import static org.redress.intake.evidence.Uploads.added;
import static org.redress.intake.evidence.Uploads.address;
import static org.redress.intake.evidence.Uploads.form;
import static org.redress.intake.evidence.Uploads.picture;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class EvidenceAccessIT {
    private static final String PLATFORM = "kameng";
    private static final String MERCHANT = "m-7";

    private final String me = Desk.someone();
    private String complaint = "";

    @BeforeEach
    void file() {
        complaint = Desk.filed(PLATFORM, me);
    }

    /** Who asks. */
    record Who(String role, String platform, String subject) {}

    @Test
    void whatIsNotYoursAnswersLikeWhatDoesNotExist() {
        String mine = id(added("complainant", PLATFORM, me, complaint, picture(), "CHAT"));
        String elsewhere = Desk.filed(PLATFORM, me);
        String other = id(added("complainant", PLATFORM, me, elsewhere, picture(), "CHAT"));
        String absent = UUID.randomUUID().toString();
        List<Who> strangers = List.of(
                new Who("complainant", PLATFORM, Desk.someone()),
                new Who("complainant", "huijin", me),
                new Who("agent", "huijin", "agent-1"),
                new Who("supervisor", "huijin", "super-1"),
                new Who("platform", "huijin", "backend"),
                new Who("partner", PLATFORM, "partner-9"),
                new Who("merchant", PLATFORM, "m-8"),
                new Who("merchant", PLATFORM, MERCHANT));

        assertThat(Ledger.leftBy(() -> findNothing(strangers, mine, other, absent)))
                .isEmpty();
    }

    private void findNothing(List<Who> strangers, String mine, String other, String absent) {
        for (Who who : strangers) {
            for (String path : List.of("", "/content", "/content?version=1", "/content?original=true")) {
                alike(who, complaint, mine, absent, path);
            }
            assertThat(version(who, complaint, mine).statusCode()).as("%s", who).isEqualTo(404);
            assertThat(mark(who, complaint, mine).statusCode()).as("%s", who).isEqualTo(404);
        }
        // A good complaint does not open another one's evidence.
        Who me1 = new Who("complainant", PLATFORM, me);
        for (String path : List.of("", "/content", "/content?original=true")) {
            alike(me1, complaint, other, absent, path);
        }
        assertThat(version(me1, complaint, other).statusCode()).isEqualTo(404);
        assertThat(mark(me1, complaint, other).statusCode()).isEqualTo(404);
    }

    private static void alike(Who who, String complaint, String foreign, String absent, String path) {
        Response found = as(who.role(), who.platform(), who.subject()).get(address(complaint) + "/" + foreign + path);
        Response none = as(who.role(), who.platform(), who.subject()).get(address(complaint) + "/" + absent + path);
        assertThat(found.statusCode())
                .as("%s %s: %s", who, path, found.asString())
                .isEqualTo(404);
        assertThat(plain(found)).isEqualTo(plain(none));
    }

    private static Response version(Who who, String complaint, String id) {
        return form(who.role(), who.platform(), who.subject(), UUID.randomUUID().toString(), picture(), "a.png")
                .post(address(complaint) + "/" + id + "/versions");
    }

    private static Response mark(Who who, String complaint, String id) {
        return as(who.role(), who.platform(), who.subject())
                .contentType("application/json")
                .body("{\"keyFact\": true}")
                .put(address(complaint) + "/" + id + "/mark");
    }

    @Test
    void addingToAComplaintThatIsNotYoursLeavesNothing() {
        assertThat(Ledger.leftBy(this::addByStrangers)).isEmpty();
    }

    private void addByStrangers() {
        for (Who who : List.of(
                new Who("complainant", PLATFORM, Desk.someone()),
                new Who("merchant", PLATFORM, "m-8"),
                new Who("agent", "huijin", "agent-1"))) {
            Response answer = form(who.role(), who.platform(), who.subject(), picture(), "CHAT")
                    .post(address(complaint));
            assertThat(answer.statusCode()).as("%s", who).isEqualTo(404);
        }
        Response ops = form("ops", PLATFORM, "ops-1", picture(), "CHAT").post(address(complaint));
        assertThat(ops.statusCode()).isEqualTo(403);
    }

    @Test
    void merchantsSeeTheirOwnAndComplainantsAllButTheirs() {
        String mine = id(added("complainant", PLATFORM, me, complaint, picture(), "CHAT"));
        String agents = id(added("agent", PLATFORM, "agent-1", complaint, picture(), "OTHER"));
        String merchants = id(added("merchant", PLATFORM, MERCHANT, complaint, picture(), "STATEMENT"));
        String platforms = id(added("platform", PLATFORM, "backend", complaint, picture(), "PLATFORM_RECORD"));

        assertThat(seen("complainant", me)).containsExactlyInAnyOrder(mine, agents, platforms);
        assertThat(seen("merchant", MERCHANT)).containsExactly(merchants);
        assertThat(seen("agent", "agent-1")).containsExactlyInAnyOrder(mine, agents, merchants, platforms);
        assertThat(seen("ops", "ops-1")).hasSize(4);
        assertThat(as("complainant", PLATFORM, me)
                        .get(address(complaint) + "/" + merchants + "/content")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheMerchantHandedInIsShownFromItsReleaseOnUpToThatVersion() {
        Who merchant = new Who("merchant", PLATFORM, MERCHANT);
        String piece = id(added("merchant", PLATFORM, MERCHANT, complaint, picture(), "STATEMENT"));
        String mine = id(added("complainant", PLATFORM, me, complaint, picture(), "CHAT"));
        assertThat(version(merchant, complaint, piece).statusCode()).isEqualTo(201);

        for (Who who : List.of(
                new Who("agent", "huijin", "agent-1"),
                new Who("supervisor", "huijin", "super-1"),
                new Who("merchant", PLATFORM, "m-8"))) {
            assertThat(release(who, piece, 1).statusCode()).as("%s", who).isEqualTo(404);
        }
        assertThat(release(new Who("complainant", PLATFORM, me), piece, 1).statusCode())
                .isEqualTo(403);
        assertThat(release(new Who("ops", PLATFORM, "ops-1"), piece, 1).statusCode())
                .isEqualTo(403);
        assertThat(release(merchant, mine, 1).statusCode()).isEqualTo(404);
        assertThat(release(agent(), UUID.randomUUID().toString(), 1).statusCode())
                .isEqualTo(404);
        assertThat(release(agent(), piece, 3).statusCode()).isEqualTo(404);
        assertThat(release(agent(), piece, 0).statusCode()).isEqualTo(422);
        assertThat(seen("complainant", me)).containsExactly(mine);

        Response released = release(agent(), piece, 1);

        assertThat(released.statusCode()).as(released.asString()).isEqualTo(201);
        assertThat(released.jsonPath().getString("command")).isEqualTo("release-evidence");
        assertThat(seen("complainant", me)).containsExactlyInAnyOrder(mine, piece);
        var shown = as("complainant", PLATFORM, me)
                .get(address(complaint) + "/" + piece)
                .jsonPath();
        assertThat(shown.getList("versions.version")).containsExactly(1);
        assertThat(as("agent", PLATFORM, "agent-1")
                        .get(address(complaint) + "/" + piece)
                        .jsonPath()
                        .getList("versions.shared"))
                .containsExactly(true, false);
        assertThat(content(piece, 1)).isEqualTo(200);
        assertThat(content(piece, 2)).isEqualTo(404);
        assertThat(as("complainant", PLATFORM, me)
                        .get(address(complaint) + "/" + piece + "/content?original=true")
                        .statusCode())
                .isEqualTo(403);
        assertThat(version(new Who("complainant", PLATFORM, me), complaint, piece)
                        .statusCode())
                .isEqualTo(403);
        assertThat(release(agent(), piece, 1).jsonPath().getString("code")).isEqualTo("already-shown");
        assertThat(release(merchant, piece, 2).statusCode()).isEqualTo(201);
        assertThat(content(piece, 2)).isEqualTo(200);
        assertThat(Desk.as("complainant", PLATFORM, me)
                        .get("/api/v1/complaints/" + complaint + "/timeline")
                        .jsonPath()
                        .<String>getList("items.findAll { it.kind == 'EVIDENCE_RELEASED' }.actor"))
                .containsExactlyInAnyOrder("agent:agent-1", "merchant:" + MERCHANT);
    }

    @Test
    void whatTheMerchantHandedInIsAPlaceOnTheTimelineUntilItsRelease() {
        Who merchant = new Who("merchant", PLATFORM, MERCHANT);
        String mine = id(added("complainant", PLATFORM, me, complaint, picture(), "CHAT"));
        String piece = id(added("merchant", PLATFORM, MERCHANT, complaint, picture(), "STATEMENT"));
        assertThat(version(merchant, complaint, piece).statusCode()).isEqualTo(201);
        assertThat(mark(agent(), complaint, piece).statusCode()).isEqualTo(200);

        assertThat(told()).contains(mine).doesNotContain(piece, MERCHANT, "STATEMENT");
        assertThat(entries("items.findAll { it.kind == null && it.staffOnly && it.content != null }.position"))
                .hasSize(3);
        assertThat(archive("complainant", me)).contains(mine).doesNotContain(piece, MERCHANT);
        assertThat(archive("agent", "agent-1")).contains(mine, piece);
        assertThat(archive("merchant", MERCHANT)).contains(piece);

        assertThat(release(agent(), piece, 1).statusCode()).isEqualTo(201);

        assertThat(told()).contains(piece, "STATEMENT");
        assertThat(entries("items.findAll { it.data?.evidenceId == '" + piece + "' }.kind"))
                .containsExactlyInAnyOrder("EVIDENCE_ADDED", "EVIDENCE_MARKED", "EVIDENCE_RELEASED");
        assertThat(entries("items.findAll { it.kind == null }.position")).hasSize(1);
        assertThat(archive("complainant", me).split("\"add-evidence\"", -1)).hasSize(3);
        assertThat(as("complainant", PLATFORM, me)
                        .get("/api/v1/complaints/" + complaint + "/timeline/verification")
                        .jsonPath()
                        .getBoolean("valid"))
                .isTrue();
    }

    private String told() {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + complaint + "/timeline")
                .asString();
    }

    private List<Object> entries(String path) {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + complaint + "/timeline")
                .jsonPath()
                .getList(path);
    }

    private String archive(String role, String subject) {
        return as(role, PLATFORM, subject)
                .get("/api/v1/complaints/" + complaint + "/contacts")
                .asString();
    }

    private static Who agent() {
        return new Who("agent", PLATFORM, "agent-1");
    }

    private Response release(Who who, String piece, int version) {
        return as(who.role(), who.platform(), who.subject())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"version\": " + version + ", \"reason\": \"it bears on the decision\"}")
                .post(address(complaint) + "/" + piece + "/release");
    }

    private int content(String piece, int version) {
        return as("complainant", PLATFORM, me)
                .get(address(complaint) + "/" + piece + "/content?version=" + version)
                .statusCode();
    }

    private List<String> seen(String role, String subject) {
        return as(role, PLATFORM, subject).get(address(complaint)).jsonPath().getList("items.id");
    }

    @Test
    void aNewVersionComesFromTheSideThatThePieceCameFrom() {
        String mine = id(added("complainant", PLATFORM, me, complaint, picture(), "CHAT"));
        String agents = id(added("agent", PLATFORM, "agent-1", complaint, picture(), "OTHER"));

        assertThat(version(new Who("agent", PLATFORM, "agent-1"), complaint, mine)
                        .statusCode())
                .isEqualTo(403);
        assertThat(version(new Who("complainant", PLATFORM, me), complaint, agents)
                        .statusCode())
                .isEqualTo(403);
        assertThat(mark(new Who("complainant", PLATFORM, me), complaint, agents).statusCode())
                .isEqualTo(403);
        assertThat(version(new Who("supervisor", PLATFORM, "super-1"), complaint, agents)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theOriginalIsSealedAndEachLookIsWrittenDown() {
        byte[] file = picture();
        String id = id(added("complainant", PLATFORM, me, complaint, file, "CHAT"));
        String address = address(complaint) + "/" + id + "/content?original=true&purpose=dispute 7";

        assertThat(as("agent", PLATFORM, "agent-1").get(address).statusCode()).isEqualTo(403);
        assertThat(as("platform", PLATFORM, "backend").get(address).statusCode())
                .isEqualTo(403);
        assertThat(looks()).isEmpty();
        for (Who who : List.of(
                new Who("supervisor", PLATFORM, "super-1"),
                new Who("ops", PLATFORM, "ops-1"),
                new Who("complainant", PLATFORM, me))) {
            Response answer = as(who.role(), who.platform(), who.subject()).get(address);
            assertThat(answer.statusCode()).as("%s", who).isEqualTo(200);
            assertThat(answer.asByteArray()).isEqualTo(file);
        }
        String what = " EVIDENCE_ORIGINAL " + id + " 1 dispute 7";
        assertThat(looks()).containsExactly("super-1" + what, "ops-1" + what, me + what);
        as("ops", PLATFORM, "ops-1")
                .get(address(complaint) + "/" + id + "/content?original=true&purpose=" + "x".repeat(101))
                .then()
                .statusCode(422);
    }

    private List<String> looks() {
        return Ledger.texts(
                "select subject || ' ' || what || ' ' || why from access_log where complaint_id = ? order by id",
                UUID.fromString(complaint));
    }

    private static String id(Response answer) {
        return answer.jsonPath().getString("id");
    }

    private static String plain(Response answer) {
        return answer.asString().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
