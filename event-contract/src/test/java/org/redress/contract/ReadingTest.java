package org.redress.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.intake.Channel;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.Demand;
import org.redress.contract.intake.DemandType;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.intake.UnrecognisedIntakeEvent;

class ReadingTest {
    private static final ComplaintFiled FILED = new ComplaintFiled(
            UUID.fromString("019aa8f2-0000-7000-8000-000000000001"),
            "QH-20261122-7K2M9P",
            "qihui",
            "QH2023101500123",
            null,
            "充值 30 分钟未到账",
            Instant.parse("2026-11-22T01:00:00Z"),
            List.of(new Demand(DemandType.REFUND, "100.00", "CNY")),
            "100.00",
            "CNY",
            Channel.APP,
            null,
            null,
            null,
            null,
            "u-1",
            "zh-CN",
            Instant.parse("2026-11-22T01:30:00.123456Z"));

    @Test
    void whatWasWrittenIsReadBackEqual() {
        IntakeEvent read = IntakeEvent.read(FILED.type(), FILED.data());

        assertThat(read).isEqualTo(FILED);
        assertThat(new String(FILED.data(), UTF_8)).doesNotContain("null").contains("\"2026-11-22T01:30:00.123456Z\"");
    }

    @Test
    void anotherVersionOfAKnownTypeIsUnrecognisedAndKeepsItsData() {
        IntakeEvent read = IntakeEvent.read("org.redress.complaint-filed.v2", "{\"a\":1}".getBytes(UTF_8));

        assertThat(read).isEqualTo(new UnrecognisedIntakeEvent("org.redress.complaint-filed.v2", "{\"a\":1}"));
        assertThat(read.data()).asString(UTF_8).isEqualTo("{\"a\":1}");
    }

    @Test
    void theFaultNamesTheFieldAndNotItsValue() {
        String data = new String(FILED.data(), UTF_8).replace("\"REFUND\"", "\"13800138000\"");

        assertThatThrownBy(() -> IntakeEvent.read(FILED.type(), data.getBytes(UTF_8)))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("/demands/0/type")
                .hasMessageContaining("REFUND")
                .hasMessageNotContaining("13800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "{",
                "{}x",
                "{\"complaintId\":1,\"complaintId\":2}",
                "not json",
                "\"text\""
            })
    void whatIsNotOneJsonObjectIsUnreadable(String data) {
        assertThatThrownBy(() -> IntakeEvent.read(FILED.type(), data.getBytes(UTF_8)))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageStartingWith("org.redress.complaint-filed.v1: ");
    }

    @Test
    void bytesThatAreNotUtf8AreUnreadable() {
        byte[] data = new String(FILED.data(), UTF_8).replace("u-1", "é").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> IntakeEvent.read(FILED.type(), data)).isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void deepNestingInAnUnknownFieldIsUnreadableAndHarmless() {
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> IntakeEvent.read(FILED.type(), deep.getBytes(UTF_8)))
                .isInstanceOf(UnreadableDataException.class);
    }
}
