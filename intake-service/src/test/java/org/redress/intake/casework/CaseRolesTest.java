package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contract.ActorRole;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.LifecycleTable;
import org.redress.intake.lifecycle.Refusal;
import org.redress.service.problem.Languages;

class CaseRolesTest {
    private static final List<Class<?>> RESOURCES = List.of(
            TalkResource.class,
            MaterialsResource.class,
            DecisionResource.class,
            OfferResource.class,
            RemedyResource.class,
            ReferralResource.class,
            EndResource.class);

    static Stream<Act> commands() {
        return Arrays.stream(Act.values())
                .filter(act -> act != Act.ADD_EVIDENCE)
                .filter(act -> !LifecycleTable.who(act).equals(Set.of(ActorRole.SYSTEM)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theDoorLetsInWhomTheTableNames(Act act) {
        Method method = RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(candidate -> candidate.getName().equals(camelCase(act)))
                .findAny()
                .orElseThrow();
        Set<String> named = LifecycleTable.who(act).stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(method.getAnnotation(RolesAllowed.class).value()).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyRefusalHasAWordInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Languages.CHINESE)) {
            ResourceBundle texts = Languages.texts("org.redress.intake.casework.refusals", language);
            assertThat(texts.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Refusal.values()).map(Refusal::wire).toList());
        }
    }

    @Test
    void ifMatchComparesStrongly() {
        assertThat(IfMatch.accepts("\"3\"", 3)).isTrue();
        assertThat(IfMatch.accepts("\"2\", \"3\"", 3)).isTrue();
        assertThat(IfMatch.accepts("*", 3)).isTrue();
        assertThat(IfMatch.accepts("W/\"3\"", 3)).isFalse();
        assertThat(IfMatch.accepts("3", 3)).isFalse();
        assertThat(IfMatch.accepts("", 3)).isFalse();
    }

    private static String camelCase(Act act) {
        String[] words = act.wire().split("-", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
