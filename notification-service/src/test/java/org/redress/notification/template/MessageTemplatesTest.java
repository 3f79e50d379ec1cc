package org.redress.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.TemplateException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.Tier;
import org.redress.contract.sla.Metric;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.NoticeRules;
import org.redress.notification.planning.Occasion;

class MessageTemplatesTest {
    private static final Map<String, String> EVERY_VALUE = Map.of(
            "number",
            "QH-1",
            "queue",
            "q-1",
            "tier",
            "SENIOR",
            "metric",
            "RESOLUTION",
            "dueAt",
            "2026-12-01T10:00:00Z");

    private final MessageTemplates templates = new MessageTemplates(ZoneId.of("Asia/Shanghai"));

    static Stream<Arguments> everyOccasionAndLanguage() {
        return Arrays.stream(Occasion.values())
                .flatMap(occasion -> NoticeLanguage.ALL.stream().map(language -> Arguments.of(occasion, language)));
    }

    @ParameterizedTest
    @MethodSource("everyOccasionAndLanguage")
    void everyOccasionHasTitleAndTextInEveryLanguage(Occasion occasion, String language) {
        assertThat(templates.title(occasion.template(), language, EVERY_VALUE)).isNotBlank();
        assertThat(templates.text(occasion.template(), language, EVERY_VALUE)).contains("QH-1");
    }

    @Test
    void everyShortMessageHasTextAndApprovedTemplateInEveryLanguage() {
        NoticeRules.ALL.stream().filter(rule -> rule.channel() == Channel.SMS).forEach(rule -> {
            String template = rule.occasion().template();
            for (String language : NoticeLanguage.ALL) {
                assertThat(templates.sms(template, language, EVERY_VALUE)).contains("QH-1");
                assertThat(templates.smsTemplate(template, language)).startsWith("REDRESS_");
            }
        });
    }

    @Test
    void codesBecomeWordsAndInstantsBecomeLocalTimes() {
        assertThat(templates.text("complaint-escalated", "zh-CN", EVERY_VALUE))
                .isEqualTo("投诉 QH-1 的处理结果超过时限（2026-12-01 18:00 到期），已升级至高级客服。");
        assertThat(templates.text("complaint-escalated", "en", EVERY_VALUE))
                .isEqualTo(
                        "Complaint QH-1: resolution was due at 2026-12-01 18:00; the complaint moves to senior agents.");
    }

    @Test
    void everyMetricAndTierOfTheContractHasAWordInEveryLanguage() {
        for (String language : NoticeLanguage.ALL) {
            for (Metric metric : Metric.values()) {
                assertThat(textWith(language, "metric", metric.name())).doesNotContain(metric.name());
            }
            for (Tier tier : Tier.values()) {
                assertThat(textWith(language, "tier", tier.name())).doesNotContain(tier.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.4S, 0 s, 0秒",
        "PT59S, 59 s, 59秒",
        "PT1H, 1 h, 1小时",
        "PT3661S, 1 h 1 min, 1小时 1分",
        "PT25H30M5S, 1 d 1 h, 1天 1小时",
        "PT10000H, 416 d 16 h, 416天 16小时"
    })
    void whatWasNoticedLateSaysByHowMuch(String lateBy, String english, String chinese) {
        var values = new java.util.HashMap<>(EVERY_VALUE);
        values.put("lateBy", lateBy);

        assertThat(templates.text("deadline-breached", "en", values)).endsWith(" (noticed " + english + " late)");
        assertThat(templates.text("deadline-breached", "zh-CN", values)).endsWith("（迟发 " + chinese + "）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{number}", "{#each}", "<b>x</b>", "{config:['quarkus.datasource.password']}", "{cdi:x}"})
    void aValueThatLooksLikeATemplateStaysText(String hostile) {
        String text = templates.sms("complaint-filed", "en", Map.of("number", hostile));

        assertThat(text).startsWith("We have received your complaint " + hostile + " and");
    }

    @Test
    void lineBreaksControlCharactersAndOverlongValuesAreTamed() {
        String text =
                templates.sms("complaint-filed", "en", Map.of("number", "a\r\nBcc: x\u0000\u202e" + "y".repeat(500)));

        assertThat(text).doesNotContain("\r", "\n", "\u0000", "\u202e").hasSizeLessThan(400);
    }

    @Test
    void aMissingValueOrTextIsAnErrorNotAnEmptyMessage() {
        assertThatThrownBy(() -> templates.text("complaint-filed", "en", Map.of()))
                .isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> templates.text("no-such-text", "en", EVERY_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> templates.smsTemplate("complaint-assigned", "en"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLanguageIsChineseUnlessEnglishIsAskedFor() {
        assertThat(NoticeLanguage.of(null)).isEqualTo("zh-CN");
        assertThat(NoticeLanguage.of("en-GB")).isEqualTo("en");
        assertThat(NoticeLanguage.of("EN")).isEqualTo("en");
        assertThat(NoticeLanguage.of("de")).isEqualTo("zh-CN");
        assertThat(NoticeLanguage.accepted("zh-Hans-CN, en;q=0.5")).isEqualTo("zh-CN");
        assertThat(NoticeLanguage.accepted("en-US,en;q=0.9")).isEqualTo("en");
        assertThat(NoticeLanguage.accepted(";;;")).isEqualTo("zh-CN");
        assertThat(NoticeLanguage.accepted(null)).isEqualTo("zh-CN");
    }

    private String textWith(String language, String name, String value) {
        var values = new java.util.HashMap<>(EVERY_VALUE);
        values.put(name, value);
        return templates.text("complaint-escalated", language, values);
    }
}
