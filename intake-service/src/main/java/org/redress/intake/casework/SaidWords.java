package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.redress.intake.chain.Digest;

/** What was said on a case, for whoever compares it with its timeline. */
@ApplicationScoped
public class SaidWords {
    private final ContactRepository contacts;

    SaidWords(ContactRepository contacts) {
        this.contacts = contacts;
    }

    /** The hashes of all words of a complaint and in its archive, as they are there now, in the order in which they were said. */
    public List<Digest> of(UUID complaintId) {
        return contacts.digests(complaintId);
    }
}
