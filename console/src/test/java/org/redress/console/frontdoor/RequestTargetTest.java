package org.redress.console.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/complaints, INTAKE, false",
        "/api/v1/complaints/, INTAKE, false",
        "/api/v1/complaints?limit=50&cursor=a%2Fb, INTAKE, false",
        "/api/v1/complaints/stream, INTAKE, true",
        "/api/v1/complaints/stream?x=/../sla, INTAKE, true",
        "/api/v1/standards/%E6%B1%87%E9%94%A6, INTAKE, false",
        "/api/v1/statistics, INTAKE, false",
        "/api/v1/platforms/huijin, INTAKE, false",
        "/api/v1/triage/previews, TRIAGE, false",
        "/api/v1/queues, TRIAGE, false",
        "/api/v1/freezes/a.b, TRIAGE, false",
        "/api/v1/incidents, TRIAGE, false",
        "/api/v1/sla/breaches?metric=%3B%2e%2e, SLA, false",
        "/api/v1/inbox, NOTIFICATION, false",
        "/api/v1/notifications?complaint=1, NOTIFICATION, false",
        "/api/v1/webhooks, NOTIFICATION, false",
        "/api/v1/events/stream, NOTIFICATION, true",
        "/api/v1/sms/receipts, NOTIFICATION, false",
    })
    void theFirstSegmentSaysWhose(String target, Upstream owner, boolean stream) {
        assertThat(RequestTarget.of(target)).contains(new RequestTarget(owner, stream));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "/",
                "/api",
                "/api/",
                "/api/v1",
                "/api/v1/",
                "/api/v2/complaints",
                "/api/v1/unknown",
                "/api/v1/Complaints",
                "/api/v1/complaintsX",
                "/api/v1/complaints;x=1",
                "/api/v1/complaints/;x",
                "/api/v1;x/complaints",
                "/api/v1/complaints//1",
                "//api/v1/complaints",
                "/api//v1/complaints",
                "/api/v1//complaints",
                "/api/v1/complaints/..",
                "/api/v1/complaints/../sla/breaches",
                "/api/v1/complaints/./1",
                "/api/v1/complaints/..?a",
                "/api/v1/../../q/metrics",
                "/api/v1/complaints/%2e%2e/sla",
                "/api/v1/complaints/%2E%2E/sla",
                "/api/v1/complaints/.%2e/sla",
                "/api/v1/complaints%2F1",
                "/api/v1/complaints/%2f..",
                "/api/v1/complaints/%5c..",
                "/api/v1/complaints/\\..\\sla",
                "/api/v1/complaints/%00",
                "/api/v1/complaints/%0a",
                "/api/v1/complaints/%7F",
                "/api/v1/complaints/%3Bx",
                "/api/v1/complaints/%252e%252e/sla",
                "/api/v1/complaints/%",
                "/api/v1/complaints/%2",
                "/api/v1/complaints/%zz",
                "/api/v1/complaints/é",
                "/api/v1/complaints/a b",
                "/api/v1/complaints#x",
                "/api/v1/complaints?a b",
                "/api/v1/%63omplaints",
                "http://elsewhere/api/v1/complaints",
                "https://localhost:8080/api/v1/complaints",
            })
    void whatTwoServersCouldReadDifferentlyIsNobodys(String target) {
        assertThat(RequestTarget.of(target)).isEmpty();
    }
}
