package org.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.contract.ActorRole;
import org.redress.contract.Category;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.DuplicateFound;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.PlatformServer;

/** Filing the same thing twice is recognised and linked (R06). */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class DuplicatesIT {
    private static final String PAID = "充话费充了500元,扣款成功但话费没有到账";
    private final Instant now = Instant.now();
    private final String me = "u-" + UUID.randomUUID();
    private final String orderNo = "Q-" + UUID.randomUUID();

    @Test
    void theSameOrderAndIssueAreLinkedToTheFirst() {
        ComplaintFiled first = judged(PAID, Category.NOT_DELIVERED, me, orderNo, now.minusSeconds(60));
        ComplaintFiled second = judged(PAID, Category.NOT_DELIVERED, me, orderNo, now.minusSeconds(30));
        ComplaintFiled third = judged(PAID, Category.NOT_DELIVERED, me, orderNo, now);
        for (ComplaintFiled later : List.of(second, third)) {
            DuplicateFound found = awaitFound(later);
            assertThat(found.originalId()).isEqualTo(first.complaintId());
            assertThat(found.rule()).isEqualTo("SAME_ORDER_SAME_ISSUE");
            assertThat(found.by().role()).isEqualTo(ActorRole.SYSTEM);
        }
        assertThat(Wire.published(first.complaintId(), DuplicateFound.class)).isEmpty();
    }

    @Test
    void theOneFiledFirstIsTheOriginalWhicheverIsJudgedFirst() {
        ComplaintFiled late = judged(PAID, Category.NOT_DELIVERED, me, orderNo, now);
        ComplaintFiled early = judged(PAID, Category.NOT_DELIVERED, me, orderNo, now.minusSeconds(60));
        assertThat(awaitFound(late).originalId()).isEqualTo(early.complaintId());
        assertThat(Wire.published(early.complaintId(), DuplicateFound.class)).isEmpty();
    }

    @Test
    void readAgainNothingIsFoundTwice() {
        judged(PAID, Category.NOT_DELIVERED, me, orderNo, now.minusSeconds(60));
        ComplaintFiled second = judged(PAID, Category.NOT_DELIVERED, me, orderNo, now);
        awaitFound(second);
        Wire.file(second);
        ComplaintFiled after = judged(PAID, Category.NOT_DELIVERED, me, "Q-" + UUID.randomUUID(), now);
        assertThat(after.complaintId()).isNotNull();
        assertThat(Wire.published(second.complaintId(), DuplicateFound.class)).hasSize(1);
    }

    @Test
    void anotherOrderIssueOrPersonIsNoDuplicate() {
        judged(PAID, Category.NOT_DELIVERED, me, orderNo, now.minusSeconds(60));
        ComplaintFiled order = judged(PAID, Category.NOT_DELIVERED, me, orderNo + "x", now);
        ComplaintFiled issue = judged("请问发票怎么开", Category.OTHER, me, orderNo, now);
        ComplaintFiled person = judged(PAID, Category.NOT_DELIVERED, me + "x", orderNo, now);
        for (ComplaintFiled other : List.of(order, issue, person)) {
            assertThat(Wire.published(other.complaintId(), DuplicateFound.class))
                    .isEmpty();
        }
    }

    private static ComplaintFiled judged(String text, Category category, String who, String orderNo, Instant at) {
        ComplaintFiled filed = Wire.filed("kamen", text, category, who, orderNo, at);
        Wire.file(filed);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Wire.published(filed.complaintId(), ComplaintTriaged.class))
                        .hasSize(1));
        return filed;
    }

    private static DuplicateFound awaitFound(ComplaintFiled filed) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Wire.published(filed.complaintId(), DuplicateFound.class))
                        .hasSize(1));
        return Wire.published(filed.complaintId(), DuplicateFound.class).get(0);
    }
}
