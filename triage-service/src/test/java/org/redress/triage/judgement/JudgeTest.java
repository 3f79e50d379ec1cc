package org.redress.triage.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final Judge JUDGE = OwnTexts.JUDGE;

    @ParameterizedTest
    @MethodSource("org.redress.triage.judgement.OwnTexts#rows")
    void ownTextsAreJudgedAsTheyRead(String text, Category category, Severity severity) {
        Judgement judgement = JUDGE.judge(Statement.of(text));

        assertThat(judgement.category()).as(judgement.toString()).isEqualTo(category);
        assertThat(judgement.severity()).as(judgement.toString()).isEqualTo(severity);
    }

    @ParameterizedTest
    @MethodSource("org.redress.triage.judgement.OwnTexts#rows")
    void capitalsAndFullWidthChangeNothingInAnyLocale(String text, Category category, Severity severity) {
        StringBuilder wide = new StringBuilder();
        text.toUpperCase(Locale.ROOT)
                .chars()
                .forEach(c -> wide.append((char) (c > ' ' && c < 127 && c != '\'' ? c + 0xfee0 : c)));

        Judgement judgement = JUDGE.judge(Statement.of(wide.toString()));

        assertThat(judgement.category()).as(wide.toString()).isEqualTo(category);
        assertThat(judgement.severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"我的账号没有被盗，只是想问问怎么换手机号", "my account was not hacked, I want to change my number"})
    void whatIsDeniedIsNotCritical(String text) {
        assertThat(JUDGE.judge(Statement.of(text)).severity()).isNotEqualTo(Severity.CRITICAL);
    }

    @Test
    void theChosenCategoryTipsWhatTheTextLeavesOpenAndIsCorrectedByAClearOne() {
        Statement vague = new Statement("请处理一下", Category.SERVICE_FAULT, null, null);
        Statement clear = new Statement("充话费扣款成功但没有到账", Category.SERVICE_FAULT, null, null);

        assertThat(JUDGE.judge(vague).category()).isEqualTo(Category.SERVICE_FAULT);
        assertThat(JUDGE.judge(clear).category()).isEqualTo(Category.NOT_DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "1999.99, CNY, NORMAL",
        "2000.00, CNY, URGENT",
        "300.00, USD, URGENT",
        "300.00, CNY, NORMAL",
        "99999, XXX, NORMAL"
    })
    void muchMoneyIsUrgent(BigDecimal amount, String currency, Severity severity) {
        Statement statement = new Statement("请问发票怎么开", null, amount, currency);

        assertThat(JUDGE.judge(statement).severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"10.00, CNY, true", "10.01, CNY, false", "5.00, USD, false"})
    void tenYuanOrLessIsAMicroClaim(BigDecimal amount, String currency, boolean micro) {
        assertThat(JUDGE.judge(new Statement("没到账", null, amount, currency)).microClaim())
                .isEqualTo(micro);
    }

    @Test
    void moneySafetyLeadsTheReasons() {
        Judgement judgement = JUDGE.judge(Statement.of("充值一直没到账，而且账号被盗了，不是我本人操作"));

        assertThat(judgement.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(judgement.reasons().get(0).rule()).isIn("stolen", "not-my-doing");
    }

    @Test
    void reasonsShowWordsOfTheLexiconNeverTheText() {
        Judgement judgement = JUDGE.judge(Statement.of("退款给张三13800138000至今没到账"));

        assertThat(judgement.reasons()).isNotEmpty();
        assertThat(judgement.reasons().toString()).doesNotContain("张三").doesNotContain("1380");
    }

    @Test
    void theSameTextIsAlwaysJudgedTheSame() {
        Statement statement = Statement.of("退款没到账，客服一直不处理，怀疑被骗");

        assertThat(List.of(JUDGE.judge(statement), JUDGE.judge(statement))).containsOnly(JUDGE.judge(statement));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\uD800", "123", "\uD83D\uDE00"})
    void nothingRecognisedIsOther(String text) {
        Judgement judgement = JUDGE.judge(Statement.of(text));

        assertThat(judgement.category()).isEqualTo(Category.OTHER);
        assertThat(judgement.severity()).isEqualTo(Severity.NORMAL);
        assertThat(judgement.liability()).containsExactly(Liability.UNDETERMINED);
        assertThat(judgement.confidence()).isBetween(0.0, 1.0);
    }
}
