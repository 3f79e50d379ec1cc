package org.redress.service.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How much is allowed: {@code redress.limits.*}. The defaults are far above what people and their pages need. */
@ConfigMapping(prefix = "redress.limits")
public interface LimitConfig {
    /** Whether anything is limited at all; load tests say no. */
    @WithDefault("true")
    boolean enabled();

    /** How many callers are remembered; who was forgotten begins anew with a full allowance. */
    @WithDefault("50000")
    int callers();

    /** Addresses of proxies whose {@code X-Forwarded-For} says who called: the front door's. */
    @WithDefault("127.0.0.1,0:0:0:0:0:0:0:1")
    Set<String> frontDoors();

    /** What one person may send, over all of their tokens. */
    Person person();

    /** What may be sent with one token. */
    Token token();

    /** What one backend may send: roles {@code platform}, {@code partner}, {@code service}; they speak for many. */
    Backend backend();

    /** How many files one person may send; these count here and nowhere else. */
    Uploads uploads();

    /** What one address may send without a token. */
    Address address();

    /** How many tokens that are none one address may try. */
    Failures failures();

    /** An allowance: so many in that time, all at once or evenly. */
    interface Allowance {
        /** How many. */
        int requests();

        /** In what time. */
        Duration per();
    }

    /** A person's. */
    interface Person extends Allowance {
        @Override
        @WithDefault("3000")
        int requests();

        @Override
        @WithDefault("PT1M")
        Duration per();
    }

    /** A token's. */
    interface Token extends Allowance {
        @Override
        @WithDefault("2000")
        int requests();

        @Override
        @WithDefault("PT1M")
        Duration per();
    }

    /** A backend's. */
    interface Backend extends Allowance {
        @Override
        @WithDefault("60000")
        int requests();

        @Override
        @WithDefault("PT1M")
        Duration per();
    }

    /** A person's for files. */
    interface Uploads extends Allowance {
        @Override
        @WithDefault("300")
        int requests();

        @Override
        @WithDefault("PT1M")
        Duration per();
    }

    /** An address's without a token. */
    interface Address extends Allowance {
        @Override
        @WithDefault("3000")
        int requests();

        @Override
        @WithDefault("PT1M")
        Duration per();
    }

    /** An address's for failed attempts. */
    interface Failures extends Allowance {
        @Override
        @WithDefault("300")
        int requests();

        @Override
        @WithDefault("PT1M")
        Duration per();
    }
}
