package org.redress.triage.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.triage.lexicon.ReasonTexts;
import org.redress.triage.lexicon.ShippedLexicon;

class LexiconTest {

    private static final List<String> SIGNALS = List.of("late\ten\tlate | not yet");
    private static final List<String> NONE = List.of();

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyRuleHasATextInBothLanguages(String language) {
        ReasonTexts texts = new ReasonTexts();

        assertThat(ShippedLexicon.read().ruleNames())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(texts.of(rule, Locale.forLanguageTag(language)))
                        .isNotBlank()
                        .isNotEqualTo(rule));
    }

    @Test
    void chineseTextsAreChinese() {
        assertThat(new ReasonTexts().of("stolen", Locale.SIMPLIFIED_CHINESE)).contains("被盗");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no columns",
                "r\tLOST\t1\tNORMAL\t-\tlate",
                "r\tOTHER\tmuch\tNORMAL\t-\tlate",
                "r\tOTHER\t1\tBAD\t-\tlate",
                "r\tOTHER\t1\tNORMAL\tNOBODY\tlate",
                "r\tOTHER\t1\tNORMAL\t-\tunheard-of"
            })
    void aRuleThatCantBeReadIsRefused(String rule) {
        assertThatThrownBy(() -> Lexicon.read(SIGNALS, NONE, List.of(rule)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"late\ten\tlate | | early", "late\ten", "late\ten\t*"})
    void aSignalThatCantBeReadIsRefused(String signal) {
        assertThatThrownBy(() -> Lexicon.read(List.of(signal), NONE, NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsAreFoundWholeUnlessTheyAreOpen() {
        Lexicon lexicon = Lexicon.read(
                List.of("app\ten\tapp", "charge\ten\tcharg*"),
                NONE,
                List.of("app\tSERVICE_FAULT\t5\tNORMAL\t-\tapp", "charge\tPAYMENT_DISPUTE\t5\tNORMAL\t-\tcharge"));
        Judge judge = new Judge(lexicon);

        assertThat(judge.judge(Statement.of("so happy")).category()).isEqualTo(Category.OTHER);
        assertThat(judge.judge(Statement.of("the app!")).category()).isEqualTo(Category.SERVICE_FAULT);
        assertThat(judge.judge(Statement.of("charging")).category()).isEqualTo(Category.PAYMENT_DISPUTE);
        assertThat(judge.judge(Statement.of("recharging")).category()).isEqualTo(Category.OTHER);
    }
}
