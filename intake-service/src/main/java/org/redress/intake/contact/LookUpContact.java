package org.redress.intake.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Hands out personal data in clear, and only together with a note of who asked and why. */
@ApplicationScoped
class LookUpContact {
    private final ContactRepository contacts;

    LookUpContact(ContactRepository contacts) {
        this.contacts = contacts;
    }

    /** The contact; what cannot be noted is not handed out, since both share a transaction. */
    @Transactional
    Optional<Contact> lookUp(UUID complaintId, String platform, String subject, String why) {
        Optional<Contact> contact = contacts.find(complaintId, platform);
        if (contact.isPresent()) {
            contacts.noteAccess(complaintId, subject, why);
        }
        return contact;
    }
}
