package org.redress.notification.contact;

/** What came of asking for a contact. */
public sealed interface ContactAnswer {
    /**
     * Here it is.
     *
     * @param contact the contact
     */
    record Known(Contact contact) implements ContactAnswer {}

    /** Nobody to reach: the complaint or its contact is gone. */
    record Gone() implements ContactAnswer {}

    /**
     * Could not be asked; ask again later.
     *
     * @param reason why, never personal
     */
    record Away(String reason) implements ContactAnswer {}
}
