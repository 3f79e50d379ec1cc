package org.redress.intake.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VagueWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "请处理",
                "请尽快处理一下，谢谢！",
                "麻烦帮我解决这个问题",
                "请平台给我个说法",
                "Please handle it",
                "PLEASE FIX THIS ISSUE ASAP!!!",
                "ＰＬＥＡＳＥ　ｈａｎｄｌｅ　ｉｔ",
                "...",
                "   ",
                "🙏"
            })
    void saysNothing(String text) {
        assertThat(VagueWords.sayNothing(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请补发一个同款激活码",
                "退款",
                "把会员延长三天",
                "please send a new code",
                "unlink my old phone",
                "希望商家道歉",
                "100",
                "Iade istiyorum"
            })
    void saysSomething(String text) {
        assertThat(VagueWords.sayNothing(text)).isFalse();
    }
}
