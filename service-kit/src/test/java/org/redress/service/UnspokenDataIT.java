package org.redress.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.infra.RedressInfra;

/** What a failing statement was given stands in no line of a log and in no answer; what failed does. */
@QuarkusTest
@WithTestResource(RedressInfra.class)
@NullUnmarked
class UnspokenDataIT {
    private static final String PHONE = "13912348003";

    private final Formatter format = new PatternFormatter("%s%e%n");
    private final Logger root = Logger.getLogger("");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(format.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    static IntStream statements() {
        return IntStream.range(0, PhoneResource.STATEMENTS.size());
    }

    @BeforeEach
    void listen() {
        root.addHandler(listener);
    }

    @AfterEach
    void leave() {
        root.removeHandler(listener);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aFailedStatementIsToldWithoutWhatItWasGiven(int statement) {
        var answer = given().get("/api/phones/" + statement + "?phone=" + PHONE);

        assertThat(answer.statusCode()).isIn(500, 503);
        assertThat(answer.asString()).contains("instance").doesNotContain(PHONE);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("SQLState"))
                .noneSatisfy(line -> assertThat(line).contains(PHONE));
    }
}
