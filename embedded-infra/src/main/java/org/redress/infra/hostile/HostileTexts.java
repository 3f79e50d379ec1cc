package org.redress.infra.hostile;

import java.util.List;

/** Texts that nobody should send, by what they are sent for. */
final class HostileTexts {
    /** Names that a request must not set. */
    static final List<String> OURS = List.of(
            "id",
            "status",
            "severity",
            "ownerId",
            "filedAt",
            "promises",
            "version",
            "platform",
            "complaintId",
            "at",
            "by",
            "number",
            "__proto__",
            "class");

    /** Texts for any field, parameter or header. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\r\nSet-Cookie: a=b",
            "<script>alert(1)</script>",
            "'; drop table complaint; --",
            "../../etc/passwd",
            "%00",
            "%2e%2e%2f",
            "\u202Eexe.gpj",
            "\uD83D\uDE00",
            "\uFFFF",
            "İıŞ",
            "null",
            "true",
            "NaN",
            "-1",
            "1.234",
            "1e400",
            "-0.001",
            "999999999999999999999999",
            "XXX",
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2999-01-01T00:00:00Z",
            "1900-01-01T00:00:00+18:00",
            "2026-11-22",
            "00000000-0000-0000-0000-000000000000",
            "01936d9a-5e2a-7c3f-8b44-0d9c7f4f9a10",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "x".repeat(300),
            "漢".repeat(5_000));

    /** Texts that are good but for one character. */
    static final List<String> WITH_NUL = List.of("\u0000", "a\u0000b", "qihui\u0000");

    /** Amounts that are nearly right. */
    static final List<String> AMOUNTS =
            List.of("-1.00", "0.001", "1,00", "1e2", "100.000", "99999999999999999999.00", "١٢.00", "0x10", "NaN");

    /** Currencies that are none. */
    static final List<String> CURRENCIES = List.of("XXX", "cny", "CNYY", "", "💰", "000");

    /** Times that are none, or nobody lives in. */
    static final List<String> TIMES = List.of(
            "2999-01-01T00:00:00Z",
            "1000-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-11-22T00:00:00",
            "+999999999-12-31T23:59:59Z",
            "1763800000");

    private HostileTexts() {}
}
