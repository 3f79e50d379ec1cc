package org.redress.notification.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.notification.delivery.Delivery;
import org.redress.notification.delivery.PutInInbox;

/** Tells an addressee all that was gathered in one message: message, deliveries and events in one transaction. */
@ApplicationScoped
class TellTogether {

    private final GatheredDeliveries gathered;
    private final PutInInbox putInInbox;
    private final DigestSettings settings;

    TellTogether(GatheredDeliveries gathered, PutInInbox putInInbox, DigestSettings settings) {
        this.gathered = gathered;
        this.putInInbox = putInInbox;
        this.settings = settings;
    }

    /** Who can be told something. */
    @Transactional
    List<GatheredDeliveries.Addressee> ready() {
        return gathered.ready(settings.longest());
    }

    /** Tells one addressee. A single notice is told as if it had come alone. */
    @Transactional
    void tell(GatheredDeliveries.Addressee addressee) {
        List<Delivery> notices = gathered.take(addressee, settings.most());
        if (notices.size() == 1) {
            putInInbox.alone(notices.get(0));
        } else if (!notices.isEmpty()) {
            putInInbox.together(notices, summary(notices));
        }
    }

    private static Map<String, String> summary(List<Delivery> notices) {
        Map<String, String> values = new HashMap<>();
        values.put("levels", Integer.toString(notices.size()));
        values.put(
                "complaints",
                Long.toString(
                        notices.stream().map(Delivery::complaintId).distinct().count()));
        notices.stream()
                .map(notice -> notice.params().get("lateBy"))
                .filter(late -> late != null)
                .max(Comparator.comparing(Duration::parse))
                .ifPresent(longest -> values.put("upTo", longest));
        return values;
    }
}
