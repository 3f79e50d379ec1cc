package org.redress.contract;

/**
 * Data of a known event type and version that does not fit the contract. Reading it again gives the same result, so
 * the record is to be parked, not retried.
 *
 * <p>The message names the field but never quotes its value: values may be personal data.
 */
public class UnreadableDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String pointer;

    /**
     * Says what does not fit.
     *
     * @param type the event's wire name
     * @param pointer JSON Pointer to the field, empty for the data as a whole
     * @param reason why it does not fit, without the value
     */
    public UnreadableDataException(String type, String pointer, String reason) {
        super(type + ": " + (pointer.isEmpty() ? "data" : pointer) + " " + reason);
        this.type = type;
        this.pointer = pointer;
    }

    /**
     * The event's wire name.
     *
     * @return for example {@code org.redress.complaint-filed.v1}
     */
    public String type() {
        return type;
    }

    /**
     * Where in the data the fault is.
     *
     * @return a JSON Pointer (RFC 6901), empty for the data as a whole
     */
    public String pointer() {
        return pointer;
    }
}
