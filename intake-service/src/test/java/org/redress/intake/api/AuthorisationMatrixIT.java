package org.redress.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.CallerMatrix;
import org.redress.infra.openapi.ApiDocument.ApiOperation;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;

/** Every operation of the document with nobody's token, with every wrong role, by strangers and from another platform. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class AuthorisationMatrixIT {
    private static final List<String> OF_THE_WHOLE_PLATFORM =
            List.of("agent", "supervisor", "ops", "platform", "service");
    private static final String OF_A_COMPLAINT = "/api/v1/complaints/{id}";

    private CallerMatrix matrix;

    @BeforeEach
    void readTheDocument() {
        matrix = new CallerMatrix(URI.create(RestAssured.baseURI + ":" + RestAssured.port));
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        assertThat(matrix.forNobody()).isEmpty();
        assertThat(matrix.otherwiseThan("who-may-call.txt")).isEmpty();
    }

    @Test
    void nobodyAndWrongRolesAreRefusedEverywhereAndLeaveNothing() {
        String id = Desk.filed("kamen", Desk.someone());

        assertThat(Ledger.leftBy(() -> matrix.callByTheWrongOnes("kamen", Desk.someone(), id)))
                .isEmpty();
        assertThat(matrix.faults()).isEmpty();
    }

    @Test
    void strangersAndOtherPlatformsFindNothingAndLeaveNothing() {
        String me = Desk.someone();
        String id = Desk.filed("kamen", me);

        assertThat(Ledger.leftBy(() -> matrix.operations().stream()
                        .filter(operation -> operation.path().startsWith(OF_A_COMPLAINT) && !operation.isStream())
                        .forEach(operation ->
                                operation.roles().forEach(role -> callAsStrangers(operation, role, me, id)))))
                .isEmpty();
        assertThat(matrix.faults()).isEmpty();
    }

    private void callAsStrangers(ApiOperation operation, String role, String me, String id) {
        find(operation, role + " of another platform", role, "qihui", me, id);
        find(
                operation,
                role + ", nothing there",
                role,
                "kamen",
                me,
                UUID.randomUUID().toString());
        if (!OF_THE_WHOLE_PLATFORM.contains(role)) {
            find(operation, "a strange " + role, role, "kamen", Desk.someone(), id);
        }
    }

    private void find(ApiOperation operation, String who, String role, String platform, String subject, String id) {
        matrix.expect(operation, who, Optional.of(RedressInfra.token(role, platform, subject)), id, 404);
    }
}
