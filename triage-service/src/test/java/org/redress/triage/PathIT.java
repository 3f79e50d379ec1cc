package org.redress.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.FreezeConfirmed;
import org.redress.contract.triage.FreezeOrdered;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;

/** From a filing on the topic to a triage result over HTTP and triage's events on theirs. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class PathIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qihui    | 2023年10月15日14:30下单购买100元游戏点卡,支付成功后30分钟未到账,导致无法参与限时活动 | NOT_DELIVERED   | URGENT
            huijin   | 我的账号被别人盗了,对方正在用我的余额买点卡,不是我本人操作,请马上冻结             | ACCOUNT_ANOMALY | CRITICAL
            kameng   | 买的软件激活码显示已被使用,商家已读不回,要求退款200元                       | NOT_AS_DESCRIBED | URGENT
            kamen    | 充话费充了500元,扣款成功但话费没有到账                                | NOT_DELIVERED   | URGENT
            wangwang | 请问发票怎么开                                                  | OTHER           | NORMAL
            newcomer | my top-up of 500 was charged twice                         | PAYMENT_DISPUTE | URGENT
            """)
    void aFiledComplaintIsJudgedRoutedAndOwned(String platform, String text, String category, String severity) {
        ComplaintFiled filed = Wire.filed(platform, text);

        Wire.file(filed);

        JsonPath result = triaged(platform, filed.complaintId());
        assertThat(result.getString("category")).isEqualTo(category);
        assertThat(result.getString("severity")).isEqualTo(severity);
        assertThat(result.getInt("revision")).isEqualTo(1);
        assertThat(result.getDouble("confidence")).isBetween(0.0, 1.0);
        assertThat(result.getList("liability")).isNotEmpty();
        assertThat(result.getString("owner")).startsWith(platform + "-a");
        assertThat(result.getList("reasons.text", String.class))
                .doesNotContainNull()
                .allMatch(t -> !t.isBlank());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            ComplaintTriaged triaged = only(Wire.published(filed.complaintId(), ComplaintTriaged.class));
            assertThat(triaged.owner()).isEqualTo(result.getString("owner"));
            assertThat(triaged.queue()).isEqualTo(result.getString("queue"));
            assertThat(triaged.severity().name()).isEqualTo(severity);
            assertThat(only(Wire.published(filed.complaintId(), ComplaintAssigned.class))
                            .cause())
                    .isEqualTo("TRIAGED");
        });
    }

    @Test
    void aStolenAccountIsFrozenOnce() {
        ComplaintFiled filed = Wire.filed("huijin", "账号被盗了,不是我本人操作,请马上冻结");

        Wire.file(filed);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Wire.published(filed.complaintId(), FreezeConfirmed.class))
                        .hasSize(1));
        FreezeOrdered ordered = only(Wire.published(filed.complaintId(), FreezeOrdered.class));
        assertThat(ordered.accountId()).isEqualTo("u-1");
        assertThat(TestPlatform.named("huijin").effects(ordered.freezeId().toString()))
                .hasSize(1);
        JsonPath result = triaged("huijin", filed.complaintId());
        assertThat(result.getString("freezes[0].state")).isEqualTo("CONFIRMED");
        assertThat(result.getString("freezes[0].reference")).startsWith("FZ-");
        assertThat(result.getString("tier")).isEqualTo("SPECIAL_TEAM");
    }

    static JsonPath triaged(String platform, UUID complaint) {
        String token = RedressInfra.token("ops", platform, "ops-1");
        String path = "/api/v1/triage/complaints/" + complaint;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().auth().oauth2(token).get(path).statusCode() == 200);
        return given().auth().oauth2(token).get(path).jsonPath();
    }

    static <T> T only(List<T> items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
