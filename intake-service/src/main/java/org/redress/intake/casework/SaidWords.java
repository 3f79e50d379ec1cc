package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.redress.intake.chain.Digest;

/** What was said on a case, for whoever compares it with its timeline. */
@ApplicationScoped
public class SaidWords {
    private final ContactRepository contacts;

    SaidWords(ContactRepository contacts) {
        this.contacts = contacts;
    }

    /** The hashes of all words in the archive of a complaint, as they are there now. */
    public Set<Digest> of(UUID complaintId) {
        return contacts.digests(complaintId);
    }
}
