package org.redress.intake.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.document.RefusedDocumentException;
import org.redress.deadline.policy.Policy;

/**
 * Reads policy documents. Which rule promises what does not depend on the calendar, and sla-service has checked the
 * document against it; so a calendar that is always open stands in for whichever the policy names.
 */
@ApplicationScoped
class PolicyReader {
    private static final Calendar ANY = Calendar.named("any", ZoneOffset.UTC)
            .openDaily("00:00-24:00")
            .alwaysOpen()
            .build();

    private final ObjectMapper json;

    PolicyReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The policy that a document says.
     *
     * @throws IllegalArgumentException if it says none
     */
    Policy read(String document) {
        try {
            return PolicyDocument.read(json.readValue(document, Object.class), id -> Optional.of(ANY))
                    .orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        } catch (RefusedDocumentException e) {
            throw new IllegalArgumentException("not a policy: " + e.problems(), e);
        }
    }
}
