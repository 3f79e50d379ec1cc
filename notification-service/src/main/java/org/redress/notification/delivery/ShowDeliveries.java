package org.redress.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseRepository;
import org.redress.notification.planning.Channel;
import org.redress.notification.template.MessageTemplates;
import org.redress.service.caller.Caller;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Which deliveries a caller may see (I8): staff those of their platform, a complainant those sent to them. */
@ApplicationScoped
class ShowDeliveries {
    private final DeliveryRepository deliveries;
    private final CaseRepository cases;
    private final MessageTemplates templates;

    ShowDeliveries(DeliveryRepository deliveries, CaseRepository cases, MessageTemplates templates) {
        this.deliveries = deliveries;
        this.cases = cases;
        this.templates = templates;
    }

    /**
     * Deliveries, newest first.
     *
     * @throws ProblemException 404 if the complaint is absent or not the caller's, 422 if a complainant names none
     */
    List<Delivery> list(
            Caller caller, @Nullable UUID complaint, @Nullable DeliveryState state, @Nullable UUID before, int limit) {
        String recipient = ownAddress(caller);
        if (complaint != null && !mayAskAbout(caller, complaint)) {
            throw ProblemException.notFound();
        }
        if (complaint == null && recipient != null) {
            throw ProblemException.invalid(new FieldError("/complaint", "required", "name a complaint of yours"));
        }
        return deliveries.list(
                caller.platform(), new DeliveryRepository.Filter(complaint, recipient, state), before, limit);
    }

    /**
     * One delivery.
     *
     * @throws ProblemException 404 if it is absent or not the caller's
     */
    Delivery one(Caller caller, UUID id) {
        String recipient = ownAddress(caller);
        return deliveries
                .find(id, caller.platform())
                .filter(delivery -> recipient == null
                        || recipient.equals(delivery.recipient().address()))
                .orElseThrow(ProblemException::notFound);
    }

    /** The delivery with its text. */
    DeliveryView view(Delivery delivery) {
        Map<String, String> values = new HashMap<>(delivery.params());
        values.computeIfAbsent(
                "number",
                name -> cases.find(delivery.complaintId())
                        .map(known -> known.number() == null ? "—" : known.number())
                        .orElse("—"));
        String text = delivery.channel() == Channel.SMS
                ? templates.sms(delivery.template(), delivery.language(), values)
                : templates.text(delivery.template(), delivery.language(), values);
        return DeliveryView.of(delivery, text);
    }

    private boolean mayAskAbout(Caller caller, UUID complaint) {
        return cases.find(complaint)
                .filter(known -> known.platform().equals(caller.platform()))
                .filter(known -> !caller.isOnlyComplainant() || caller.subject().equals(known.complainantId()))
                .isPresent();
    }

    /** The address a complainant is bound to; null for staff, who are not. */
    private static @Nullable String ownAddress(Caller caller) {
        return caller.isOnlyComplainant() ? "complainant:" + caller.subject() : null;
    }
}
