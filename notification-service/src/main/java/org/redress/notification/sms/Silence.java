package org.redress.notification.sms;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The listener when nobody listens. */
@DefaultBean
@ApplicationScoped
class Silence implements SendingListener {
    @Override
    public void reached(SendingStep step, UUID delivery) {
        // Nobody listens.
    }
}
