package org.redress.triage.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A megabyte of text made to be slow costs less than a second of CPU. */
class AdversarialTextTest {

    private static final int MEGABYTE = 1_000_000;
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没",
                "没有到账",
                "没有收到退款",
                "not not not received ",
                "don't don't get got get ",
                "999999999",
                "1,1,1,1,",
                "1.1.1.",
                "12345元",
                "\uFDFA",
                "\uD83D",
                "İıI",
                "e\u0301\u0301\u0301\u0301",
                "someone has my card lost my phone stolen. ",
                "\u200b",
                " "
            })
    void aMegabyteOfItIsJudgedInLessThanASecondOfCpu(String unit) {
        Statement statement = Statement.of(unit.repeat(MEGABYTE / unit.length()));
        OwnTexts.JUDGE.judge(Statement.of("warm up"));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();

        Judgement judgement = OwnTexts.JUDGE.judge(statement);

        assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(SECOND);
        assertThat(judgement.reasons()).hasSizeLessThan(20);
    }
}
