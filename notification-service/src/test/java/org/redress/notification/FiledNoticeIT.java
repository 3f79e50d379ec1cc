package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.infra.RedressInfra;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.FakeIntake;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class FiledNoticeIT {
    @Test
    void aFiledComplaintBecomesOneSmsAndOneInboxMessage() {
        Case filed = new Case("qihui");

        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());

        await().until(() -> Service.smsState(filed).equals("SENT"));
        var messages = OutsideWorld.gateway().accepted(filed.number);
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.path("to").asText()).isEqualTo(FakeIntake.phone(filed.id));
            assertThat(message.path("template").asText()).isEqualTo("REDRESS_COMPLAINT_FILED_ZH");
            assertThat(message.path("text").asText()).contains("您的投诉 " + filed.number + " 已受理");
        });
        assertThat(Service.inbox("complainant", "qihui", filed.complainant))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .containsEntry("kind", "complaint-filed")
                        .containsEntry("title", "投诉已受理")
                        .containsEntry("number", filed.number)
                        .containsEntry("complaintId", filed.id.toString())
                        .containsEntry("platform", "qihui")
                        .containsEntry("read", false));
    }

    @Test
    void theLanguageOfTheContactDecidesTheSmsAndAcceptLanguageTheInbox() {
        Case filed = new Case("qihui");
        OutsideWorld.intake()
                .contact(filed.id, "{\"complainantId\":\"u\",\"phone\":\"+8613800138000\",\"language\":\"en-GB\"}");

        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());

        await().until(() -> Service.smsState(filed).equals("SENT"));
        assertThat(OutsideWorld.gateway().accepted(filed.number))
                .singleElement()
                .satisfies(message -> assertThat(message.path("text").asText())
                        .startsWith("We have received your complaint " + filed.number));
        String title = Service.as("complainant", "qihui", filed.complainant)
                .header("Accept-Language", "en-US,en;q=0.9,zh;q=0.1")
                .get("/api/v1/inbox")
                .jsonPath()
                .getString("items[0].title");
        assertThat(title).isEqualTo("Complaint received");
    }

    @Test
    void withoutAPhoneTheSmsIsSkippedWithTheReasonAndTheInboxMessageArrives() {
        Case filed = new Case("qihui");
        OutsideWorld.intake().contact(filed.id, "{\"complainantId\":\"u\"}");

        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());

        await().until(() -> Service.smsState(filed).equals("SKIPPED"));
        assertThat(Service.sms(filed)).containsEntry("reason", "NO_PHONE");
        assertThat(OutsideWorld.gateway().accepted(filed.number)).isEmpty();
        assertThat(Service.inbox("complainant", "qihui", filed.complainant)).hasSize(1);
    }
}
