package org.redress.messaging.planted;

import org.redress.contract.intake.ComplaintFiled;

/** A mechanism that knows complaints. */
final class Complaints {
    Class<?> knows() {
        return ComplaintFiled.class;
    }

    private Complaints() {}
}
