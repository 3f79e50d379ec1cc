package org.redress.contract;

/**
 * A fact that one service published: the {@code type} and the {@code data} of a CloudEvents 1.0 message.
 *
 * <p>All implementations are immutable and safe to share between threads. Which services publish what is said by the
 * sealed interface of each producer.
 */
public interface ContractEvent {

    /**
     * The CloudEvents {@code type}, for example {@code org.redress.complaint-filed.v1}.
     *
     * @return a constant of the contract, never derived from a class name
     */
    String type();

    /**
     * The CloudEvents {@code data}: UTF-8 JSON. Absent optional fields are left out, never written as {@code null}.
     *
     * @return a new array
     */
    byte[] data();
}
