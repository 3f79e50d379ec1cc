package org.redress.notification.delivery;

/** Wakes whoever sends short messages. Cheap, safe from any thread, and never needed for correctness: a poll follows. */
public interface DueSignal {
    /** Some delivery has become due. */
    void wake();
}
