package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contract.ActorRole;
import org.redress.service.problem.ProblemException;

class HandsTest {
    @ParameterizedTest
    @CsvSource({
        "COMPLAINANT MERCHANT, COMPLAINANT, COMPLAINANT",
        "COMPLAINANT MERCHANT, MERCHANT, MERCHANT",
        "COMPLAINANT MERCHANT, COMPLAINANT MERCHANT, COMPLAINANT",
        "COMPLAINANT PARTNER, COMPLAINANT, COMPLAINANT",
        "COMPLAINANT PARTNER, PARTNER, PARTNER",
        "MERCHANT PARTNER, MERCHANT, MERCHANT",
        "AGENT COMPLAINANT, COMPLAINANT, COMPLAINANT",
        "AGENT COMPLAINANT, '', AGENT",
        "AGENT, COMPLAINANT, AGENT",
        "AGENT SUPERVISOR, '', SUPERVISOR",
        "AGENT MERCHANT, MERCHANT, AGENT",
        "COMPLAINANT MERCHANT, '', MERCHANT"
    })
    void aPersonActsInTheRoleByWhichTheyArePartOfTheComplaint(String usable, String ties, ActorRole role) {
        assertThat(Hands.choose(roles(usable), roles(ties))).isEqualTo(role);
    }

    @Test
    void whoHasNoRoleThatIsTakenIsRefused() {
        assertThatThrownBy(() -> Hands.choose(Set.of(), Set.of(ActorRole.COMPLAINANT)))
                .isInstanceOf(ProblemException.class);
    }

    private static Set<ActorRole> roles(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(ActorRole::valueOf)
                .collect(Collectors.toSet());
    }
}
