package org.redress.notification.sms;

import java.util.UUID;

/** Hears of every step of every attempt, on the sending thread. What it throws ends the attempt as a crash would. */
@FunctionalInterface
public interface SendingListener {
    /** A step was reached. */
    void reached(SendingStep step, UUID delivery);
}
