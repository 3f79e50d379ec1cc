package org.redress.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            手机号13800138000打不通                | 13800138000
            手机号138 0013 8000打不通              | 0013 8000
            手机号138-0013-8000打不通              | 0013-8000
            call +86 138 0013 8000 please          | 0013 8000
            call +8613800138000                    | 13800138000
            call 8613800138000 now                 | 13800138000
            全角13800138000号码             | 13800138000
            零宽138\u200B0013\u200B8000            | 0013\u200B8000
            座机010-12345678                       | 12345678
            call +1 (415) 555-2671 or +14155552671 | 4155552671
            写信ming.li+shop@mail.example.com      | ming.li
            全角邮箱ming@example.com              | ming
            身份证11010519491231002X的             | 19491231002
            银行卡6222 0200 1234 5678 901          | 1234 5678
            卡密：ABCD1234EFGH不能用               | 1234EFGH
            激活码 XXXX-YYYY-Z123-9999 显示已使用  | YYYY-Z123
            密码是a1b2c3                           | a1b2c3
            code: 4fG7hJ2k                         | 4fG7hJ2k
            QWER1234TYUI5678OP                     | 1234TYUI
            """)
    void secretsDoNotGetThrough(String text, String secret) {
        assertThat(FreeText.masked(text, "")).doesNotContain(secret).hasSameSizeAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023年10月15日14:30下单购买100元游戏点卡，支付成功后30分钟未到账",
                "买的软件激活码显示已被使用,商家已读不回,要求退款200元",
                "充话费充了500元,扣款成功但话费没有到账",
                "The activation code shows as already used",
                "on 2026-11-22 at 10:30 I paid 1000.00 CNY",
                ""
            })
    void whatIsNoSecretStays(String text) {
        assertThat(FreeText.masked(text, "")).isEqualTo(text);
    }

    @Test
    void theOrderNumberOfTheCaseStays() {
        String text = "订单QH2023101500123没有到账，电话13800138000";
        assertThat(FreeText.masked(text, "QH2023101500123"))
                .startsWith("订单QH2023101500123没有到账")
                .doesNotContain("13800138000");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            138                    | 电话13800138555                     | 13800138555
            1                      | 电话13800138555                     | 13800138555
            -                      | 139-1234-5000                       | 1234-5000
            @                      | 写信 ming.li@mail.example.com       | ming.li
            138-0013               | 电话138-0013-8555                   | 0013-8555
            QH-1381                | QH-1381 3800138                     | 1381 3800138
            13800138555            | 电话13800138555                     | 13800138555
            +8613800138555         | 电话+8613800138555                  | 13800138555
            QH13800138555          | 电话QH13800138555                   | 13800138555
            1３8００1３8555 | 电话13800138555                     | 13800138555
            6222021234567890123    | 卡6222021234567890123               | 1234567890
            110101199003074514     | 身份证110101199003074514            | 19900307451
            11010519491231002X     | 身份证11010519491231002X            | 19491231002
            ming.li@example.com    | ming.li@example.com                 | ming.li
            202310                 | 2023101234567890123                 | 101234567890
            """)
    void anOrderNumberLetsNoSecretThrough(String orderNo, String text, String secret) {
        assertThat(FreeText.masked(text, orderNo)).doesNotContain(secret).hasSameSizeAs(text);
    }

    @Test
    void whateverTheOrderNumberNothingPlantedGetsThrough() {
        var random = new Random(20261122);
        List<String> planted = List.of(
                "13800138555",
                "138 0013 8555",
                "139-1234-5000",
                "+14155552671",
                "6222021234567890123",
                "6222 0212 3456 7890 123",
                "110101199003074514",
                "11010519491231002X",
                "ming.li+shop@mail.example.com");
        for (int i = 0; i < 20_000; i++) {
            String secret = planted.get(random.nextInt(planted.size()));
            String orderNo = orderNumber(random, secret);
            String gap = List.of(" ", "，", "号", "\n", ": ").get(random.nextInt(5));
            String text = "订单" + orderNo + gap + secret + gap + orderNo + gap + secret;
            assertThat(FreeText.masked(text, orderNo))
                    .as("order number <%s>", orderNo)
                    .doesNotContain(secret);
        }
    }

    /** Of any length and made of anything; every other one is cut from what is planted, to be as awkward as it can. */
    private static String orderNumber(Random random, String secret) {
        int from = random.nextInt(secret.length());
        String cut = secret.substring(from, from + 1 + random.nextInt(secret.length() - from));
        var other = new StringBuilder();
        for (int left = 1 + random.nextInt(24); left > 0; left--) {
            other.append("0123456789138QHx-_ .@+".charAt(random.nextInt(22)));
        }
        return switch (random.nextInt(4)) {
            case 0 -> cut;
            case 1 -> "QH-" + cut;
            case 2 -> cut + "-7";
            default -> other.toString();
        };
    }

    @Test
    void aHostileTextTakesNoLongerThanAnother() {
        String hostile =
                "1 ".repeat(2000) + "a".repeat(4000) + "@".repeat(100) + "+1-".repeat(1000) + "密码 ".repeat(1000);
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> FreeText.masked(hostile, ""));
        assertThatCode(() -> FreeText.masked("1".repeat(20_000), "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"+8613800138000,138****8000", "+14155552671,+14****2671", "+8612,**"})
    void aPhoneShowsItsEnds(String phone, String shown) {
        assertThat(Masked.phone(phone)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"张小明,张**", "张,*", "Ming Li,M****", "𠮷野,𠮷*"})
    void aNameShowsItsFirstLetter(String name, String shown) {
        assertThat(Masked.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"ming@example.com,m***@example.com", "@x,****", "nothing,****"})
    void anAddressShowsItsDomain(String email, String shown) {
        assertThat(Masked.email(email)).isEqualTo(shown);
    }
}
