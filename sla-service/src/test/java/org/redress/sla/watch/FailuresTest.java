package org.redress.sla.watch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void whatLiesInTheDataDoesNotPass() {
        assertThat(Failures.mayPass(new IllegalArgumentException("a column that cannot be read")))
                .isFalse();
        assertThat(Failures.mayPass(wrapped(new SQLException("check", "23514"))))
                .isFalse();
        assertThat(Failures.mayPass(wrapped(new SQLException("text", "22021")))).isFalse();
    }

    @Test
    void whatLiesInTheSurroundingsPasses() {
        assertThat(Failures.mayPass(wrapped(new SQLException("connection", "08006"))))
                .isTrue();
        assertThat(Failures.mayPass(wrapped(new SQLException("deadlock", "40P01"))))
                .isTrue();
        assertThat(Failures.mayPass(wrapped(new SQLException("idle in transaction", "25P03"))))
                .isTrue();
        assertThat(Failures.mayPass(wrapped(new SQLException("acquisition timeout"))))
                .isTrue();
        assertThat(Failures.mayPass(wrapped(new RollbackException()))).isTrue();
    }

    private static RoundFailed wrapped(Throwable cause) {
        return new RoundFailed(List.of(), new IllegalStateException(cause));
    }
}
