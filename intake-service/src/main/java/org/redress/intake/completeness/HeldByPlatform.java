package org.redress.intake.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.order.HeldOrders;
import org.redress.intake.platform.PlatformRepository;

/** Which evidence the platform's own record takes the place of (R11). Thread-safe. */
@ApplicationScoped
public class HeldByPlatform {
    private final HeldOrders orders;
    private final PlatformRepository platforms;

    HeldByPlatform(HeldOrders orders, PlatformRepository platforms) {
        this.orders = orders;
        this.platforms = platforms;
    }

    /** The kinds that the platform has told of a complaint; none of them is to be asked for. */
    public Set<EvidenceKind> told(UUID complaintId, String platform) {
        Holding order = MissingItems.holding(orders.of(complaintId));
        return platforms.find(platform).stream()
                .flatMap(profile -> profile.holds().stream())
                .filter(kind -> Completeness.told(kind, order))
                .collect(Collectors.toSet());
    }
}
