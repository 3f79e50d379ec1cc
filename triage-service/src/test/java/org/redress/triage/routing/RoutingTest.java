package org.redress.triage.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Judgement;
import org.redress.triage.judgement.Liability;
import org.redress.triage.judgement.Severity;

class RoutingTest {

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, PAYMENT_DISPUTE, false, account-safety, SPECIAL_TEAM",
        "URGENT, NOT_DELIVERED, false, delivery, SENIOR",
        "URGENT, NOT_DELIVERED, true, fast-lane, JUNIOR",
        "NORMAL, AFTER_SALES_DELAY, false, after-sales, JUNIOR",
        "NORMAL, FRAUD, false, payments, SENIOR",
        "NORMAL, OTHER, false, general, JUNIOR",
    })
    void theShippedRoutingSendsEachWhereItBelongs(
            Severity severity, Category category, boolean micro, String queue, Tier tier) {
        assertThat(ShippedRouting.readRouting().routeFor("anywhere", judgement(severity, category, micro)))
                .isEqualTo(new Route(queue, tier));
    }

    @Test
    void everyJudgementHasARoute() {
        RoutingTable routing = ShippedRouting.readRouting();
        for (Category category : Category.values()) {
            for (Severity severity : Severity.values()) {
                assertThat(routing.routeFor("x", judgement(severity, category, false))
                                .queue())
                        .isNotBlank();
            }
        }
    }

    @Test
    void aPlatformsOwnLinesComeFirst() {
        RoutingTable routing = RoutingTable.read(List.of(
                "# comment",
                "*\t*\tOTHER\t*\tall\tJUNIOR",
                "huijin\t*\tOTHER\t*\town\tSENIOR",
                "*\t*\t*\t*\trest\tJUNIOR"));

        assertThat(routing.routeFor("huijin", judgement(Severity.NORMAL, Category.OTHER, false)))
                .isEqualTo(new Route("own", Tier.SENIOR));
        assertThat(routing.routeFor("huijin", judgement(Severity.NORMAL, Category.FRAUD, false)))
                .isEqualTo(new Route("rest", Tier.JUNIOR));
        assertThat(routing.routeFor("kamen", judgement(Severity.NORMAL, Category.OTHER, false)))
                .isEqualTo(new Route("all", Tier.JUNIOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*\tHIGH\t*\t*\tq\tJUNIOR",
                "*\t*\tLOST\t*\tq\tJUNIOR",
                "*\t*\t*\t*\tq\tBOSS",
                "*\t*\tOTHER\t*\tq\tJUNIOR",
                "too few"
            })
    void aRoutingThatLeavesSomethingOpenIsRefused(String line) {
        assertThatThrownBy(() -> RoutingTable.read(List.of(line))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPlatformHasAgentsInEveryTier() {
        List<Staffing.Agent> agents = ShippedRouting.readStaffing().agentsOf("huijin");

        assertThat(agents).extracting(Staffing.Agent::id).contains("huijin-a1").doesNotHaveDuplicates();
        assertThat(agents).extracting(Staffing.Agent::tier).contains(Tier.values());
    }

    @Test
    void aStaffingWithAnEmptyTierIsRefused() {
        assertThatThrownBy(() -> Staffing.read(List.of("*\tJUNIOR\ta")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SENIOR");
    }

    private static Judgement judgement(Severity severity, Category category, boolean micro) {
        return new Judgement(category, severity, 0.9, List.of(Liability.UNDETERMINED), micro, List.of());
    }
}
