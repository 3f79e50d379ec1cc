package org.redress.triage.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Measures the judge on labelled texts that are not part of this project:
 * {@code mvn test -pl triage-service -am -Dtest=MeasureJudgementTest -Dredress.triage.labelled=FILE}
 * with a tab-separated file of {@code id source text category severity}. Skipped without it. The figures are written to
 * {@code target/judgement-figures.txt}.
 */
class MeasureJudgementTest {

    private record Row(int number, boolean chinese, Category category, Severity severity, Judgement got) {
        boolean sameCategory() {
            return category == got.category();
        }

        boolean sameSeverity() {
            return severity == got.severity();
        }

        boolean critical() {
            return severity == Severity.CRITICAL;
        }

        boolean judgedCritical() {
            return got.severity() == Severity.CRITICAL;
        }
    }

    @Test
    void figuresDoNotFallBelowWhatWasReached() throws IOException {
        Path file = Path.of(System.getProperty("redress.triage.labelled", ""));
        assumeTrue(Files.isRegularFile(file), "no labelled texts given by -Dredress.triage.labelled");
        List<Row> rows = rows(file);

        List<String> report = List.of(
                figures("zh", rows, Row::chinese),
                figures("en", rows, row -> !row.chinese()),
                figures("zh, every fourth", rows, row -> row.chinese() && row.number() % 4 == 0),
                figures("en, every fourth", rows, row -> !row.chinese() && row.number() % 4 == 0),
                figures("all", rows, row -> true),
                figures("sure (0.8 or more)", rows, row -> row.got().confidence() >= 0.8));
        Files.write(Path.of("target", "judgement-figures.txt"), report);

        assertThat(share(rows, row -> true, Row::sameCategory)).isGreaterThanOrEqualTo(75);
        assertThat(share(rows, row -> true, Row::sameSeverity)).isGreaterThanOrEqualTo(80);
        assertThat(share(rows, Row::critical, Row::judgedCritical)).isGreaterThanOrEqualTo(95);
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("id")) {
                rows.add(new Row(
                        Integer.parseInt(cells[0].replaceAll("\\D", "")),
                        cells[2].codePoints().anyMatch(Character::isIdeographic),
                        Category.valueOf(cells[3]),
                        Severity.valueOf(cells[4]),
                        OwnTexts.JUDGE.judge(Statement.of(cells[2]))));
            }
        }
        return rows;
    }

    private static String figures(String name, List<Row> all, Predicate<Row> which) {
        return String.format(
                Locale.ROOT,
                "%-20s n=%d category %.1f %% severity %.1f %% CRITICAL recall %.1f %% precision %.1f %%",
                name,
                all.stream().filter(which).count(),
                share(all, which, Row::sameCategory),
                share(all, which, Row::sameSeverity),
                share(all, which.and(Row::critical), Row::judgedCritical),
                share(all, which.and(Row::judgedCritical), Row::critical));
    }

    private static double share(List<Row> all, Predicate<Row> which, Predicate<Row> good) {
        List<Row> rows = all.stream().filter(which).toList();
        return rows.isEmpty() ? 100 : 100.0 * rows.stream().filter(good).count() / rows.size();
    }
}
