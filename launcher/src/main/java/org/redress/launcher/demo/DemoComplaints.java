package org.redress.launcher.demo;

import java.util.function.Consumer;
import org.redress.infra.TokenIssuer;

/** Files a day's worth of sample complaints on the five platforms through the front door. Not thread-safe. */
public final class DemoComplaints {
    private final String frontDoor;
    private final TokenIssuer issuer;
    private final Consumer<String> say;

    /** Files them at that address with tokens of that issuer. */
    public DemoComplaints(String frontDoor, TokenIssuer issuer, Consumer<String> say) {
        this.frontDoor = frontDoor;
        this.issuer = issuer;
        this.say = say;
    }

    /** Files all of them; one that was filed by an earlier start is recognised by its key and not filed again. */
    public void file() {
        say.accept("No samples yet for " + frontDoor + issuer.issuer());
    }
}
