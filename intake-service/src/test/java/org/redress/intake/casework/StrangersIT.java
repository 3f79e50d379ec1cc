package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.filing;
import static org.redress.intake.Desk.someone;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.contract.ActorRole;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.LifecycleTable;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class StrangersIT {
    private static final String PART = UUID.randomUUID().toString();
    private static final String SOON = "\"dueAt\": \"2100-01-01T00:00:00Z\"";

    /** A command with its address and a good body. */
    record Door(Act act, String path, String body) {}

    private static final List<Door> DOORS = List.of(
            new Door(Act.POST_MESSAGE, "messages", "{\"text\": \"a\"}"),
            new Door(Act.RESPOND, "responses", "{\"text\": \"a\"}"),
            new Door(Act.COMMIT, "commitments", "{\"text\": \"a\", " + SOON + "}"),
            new Door(Act.KEEP_COMMITMENT, "commitments/" + PART + "/keeping", "{}"),
            new Door(Act.URGE, "urges", "{}"),
            new Door(
                    Act.REQUEST_MATERIALS,
                    "materials-requests",
                    "{\"items\": [{\"text\": \"a\", \"reason\": \"b\"}], \"dueAt\": \"2029-01-01T00:00:00Z\"}"),
            new Door(Act.SUPPLEMENT, "supplements", "{\"items\": [\"1\"]}"),
            new Door(Act.ASK_MERCHANT, "merchant-questions", "{\"text\": \"a\", " + SOON + "}"),
            new Door(Act.REPLY_AS_MERCHANT, "merchant-replies", "{\"text\": \"a\"}"),
            new Door(
                    Act.OFFER_REMEDY,
                    "remedy-offers",
                    "{\"type\": \"EXPLAIN\", \"until\": \"2099-01-01T00:00:00Z\", " + SOON + "}"),
            new Door(Act.ACCEPT_OFFER, "remedy-offers/" + PART + "/acceptance", "{}"),
            new Door(Act.REFUSE_OFFER, "remedy-offers/" + PART + "/refusal", "{}"),
            new Door(Act.WITHDRAW_OFFER, "remedy-offers/" + PART + "/withdrawal", "{\"reason\": \"a\"}"),
            new Door(Act.DECIDE, "decisions", Court.decision("")),
            new Door(Act.REFUSE_SETTLEMENT, "settlement-refusals", "{\"reason\": \"a\"}"),
            new Door(Act.APPEAL, "appeals", "{\"reason\": \"a\"}"),
            new Door(
                    Act.DECIDE_APPEAL,
                    "appeals/" + PART + "/decision",
                    "{\"outcome\": \"UPHELD\", \"basis\": [\"R\"], \"reason\": \"a\"}"),
            new Door(Act.WITHDRAW_APPEAL, "appeals/" + PART + "/withdrawal", "{}"),
            new Door(Act.ORDER_REMEDY, "remedies", "{\"type\": \"EXPLAIN\", \"note\": \"a\", " + SOON + "}"),
            new Door(Act.EXECUTE_REMEDY, "remedies/" + PART + "/execution", "{}"),
            new Door(Act.CONFIRM_REMEDY, "remedies/" + PART + "/confirmation", "{}"),
            new Door(Act.DISPUTE_REMEDY, "remedies/" + PART + "/dispute", "{\"reason\": \"a\"}"),
            new Door(Act.CANCEL_REMEDY, "remedies/" + PART + "/cancellation", "{\"reason\": \"a\"}"),
            new Door(Act.REFER, "referrals", "{\"body\": \"HOTLINE_12315\"}"),
            new Door(Act.ANSWER_REFERRAL, "referrals/" + PART + "/answer", "{\"outcome\": \"SETTLED\"}"),
            new Door(Act.WITHDRAW_REFERRAL, "referrals/" + PART + "/withdrawal", "{\"reason\": \"a\"}"),
            new Door(Act.WITHDRAW, "withdrawal", "{}"),
            new Door(Act.CLOSE, "closure", "{}"),
            new Door(Act.REOPEN, "reopenings", "{\"reason\": \"a\"}"),
            new Door(Act.RATE, "rating", "{\"handling\": 5}"));

    @Test
    void whatIsNotYoursAnswersLikeWhatDoesNotExist() {
        try (Court court = Court.triaged("kamen")) {
            assertThat(Ledger.leftBy(() -> strangersAtEveryDoor(court))).isEmpty();
        }
    }

    private static void strangersAtEveryDoor(Court court) {
        for (Door door : DOORS) {
            for (ActorRole role : ActorRole.values()) {
                String name = role.name().toLowerCase(Locale.ROOT);
                if (LifecycleTable.who(door.act()).contains(role)) {
                    strangers(court, door, name);
                } else if (List.of("complainant", "merchant", "agent", "partner")
                        .contains(name)) {
                    assertThat(give(name, "kamen", court.me, court.id, door).statusCode())
                            .as("%s by %s", door.act(), name)
                            .isEqualTo(403);
                }
            }
        }
    }

    private static void strangers(Court court, Door door, String role) {
        Response absent = give(role, "kamen", court.me, UUID.randomUUID().toString(), door);
        assertThat(absent.statusCode()).as("%s by %s", door.act(), role).isEqualTo(404);
        List<Response> answers = List.of(
                give(role, "qihui", court.me, court.id, door), give(role, "huijin", Court.MERCHANT, court.id, door));
        for (Response answer : answers) {
            assertThat(answer.statusCode()).as("%s by %s", door.act(), role).isEqualTo(404);
            assertThat(plain(answer)).isEqualTo(plain(absent));
        }
        if (List.of("complainant", "merchant", "partner").contains(role)) {
            Response answer = give(role, "kamen", someone(), court.id, door);
            assertThat(answer.statusCode()).as("%s by %s", door.act(), role).isEqualTo(404);
            assertThat(plain(answer)).isEqualTo(plain(absent));
        }
    }

    @Test
    void aPartnerSpeaksForThoseItFiledForAndNobodyElse() {
        String id = as("partner", "kamen", "partner-5")
                .contentType("application/json")
                .body(filing("kamen", someone()).put("channel", "PARTNER").toString())
                .post("/api/v1/complaints")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Door message = DOORS.get(0);
        assertThat(give("partner", "kamen", "partner-5", id, message).statusCode())
                .isEqualTo(201);
        assertThat(give("partner", "kamen", "partner-6", id, message).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSecondRoleLendsItsReachToNoOther() {
        try (Court court = Court.triaged("kamen")) {
            assertThat(as("merchant", "kamen", "m-8")
                            .get("/api/v1/complaints/" + court.id + "/contacts")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(as("merchant", "kamen", Court.MERCHANT)
                            .get("/api/v1/complaints/" + court.id + "/case")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(as("complainant", "kamen", someone())
                            .get("/api/v1/complaints/" + court.id + "/case")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static Response give(String role, String platform, String subject, String id, Door door) {
        return as(role, platform, subject)
                .contentType("application/json")
                .body(door.body())
                .post("/api/v1/complaints/" + id + "/" + door.path());
    }

    private static String plain(Response answer) {
        return answer.asString().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
