package org.redress.infra.openapi;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Found by Quarkus before each of its tests: a new test compares answers with the document without doing anything for it. */
public final class EveryTest implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (hasRestAssured()) {
            DocumentedAnswers.install();
        }
    }

    private static boolean hasRestAssured() {
        try {
            Class.forName("io.restassured.RestAssured", false, EveryTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
