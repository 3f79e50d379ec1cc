package org.redress.launcher.simulator;

import static org.redress.launcher.simulator.SimulatorServer.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.simulator.SimulatorServer.Answer;

/**
 * The part of {@link SellingPlatform} that knows orders. It knows every order number, and always says the same of it; how the
 * number begins says what is the matter:
 *
 * <ul>
 *   <li>{@code UNDELIVERED-}: paid and not delivered
 *   <li>{@code REFUNDED-}: paid, and refunded since
 *   <li>{@code FOREIGN-}: another account's, which is a 404 for whoever names their own
 *   <li>{@code UNKNOWN-}: no such order
 *   <li>anything else: paid and delivered
 * </ul>
 *
 * A second part that is an amount is the order's amount: {@code UNDELIVERED-9.90-1}. Thread-safe.
 */
final class OrderRoutes implements Routes {
    private static final Pattern SAYS_AMOUNT = Pattern.compile("[A-Z]+-([0-9]{1,6}\\.[0-9]{2})-.*");
    private static final String[] AMOUNTS = {"10.00", "30.00", "50.00", "98.00", "100.00", "200.00", "500.00"};
    private static final Instant FIRST_PAID = Instant.parse("2026-01-01T00:00:00Z");
    private static final long PAID_WITHIN_SECONDS = Duration.ofDays(300).toSeconds();

    private final Faults faults = new Faults();

    /** What goes wrong at looking orders up. */
    Faults faults() {
        return faults;
    }

    @Override
    public @Nullable Answer accept(List<String> path, ObjectNode body) {
        return null;
    }

    @Override
    public @Nullable Answer find(List<String> path) {
        return find(path, Map.of());
    }

    @Override
    public @Nullable Answer find(List<String> path, Map<String, String> parameters) {
        if (!isOrder(path)) {
            return null;
        }
        String orderNo = path.get(3);
        String account = parameters.get("account");
        boolean absent = orderNo.startsWith("UNKNOWN-") || (orderNo.startsWith("FOREIGN-") && account != null);
        return absent ? null : new Answer(200, order(orderNo, account));
    }

    @Override
    public @Nullable Faults lookUpFaults(List<String> path) {
        return isOrder(path) ? faults : null;
    }

    @Override
    public @Nullable Faults faults(String name) {
        return name.equals("orders") ? faults : null;
    }

    /** Somebody else's order, of less than nothing. */
    @Override
    public ObjectNode lie(ObjectNode answer) {
        return answer.deepCopy()
                .put("orderNo", "SOMEBODY-ELSES")
                .put("amount", "-1.00")
                .put("account", "somebody-else");
    }

    private static boolean isOrder(List<String> path) {
        return path.size() == 4
                && path.get(0).equals("platforms")
                && path.get(2).equals("orders")
                && !path.get(3).isEmpty();
    }

    private static ObjectNode order(String orderNo, @Nullable String account) {
        var crc = new CRC32();
        crc.update(orderNo.getBytes(StandardCharsets.UTF_8));
        long seed = crc.getValue();
        Matcher says = SAYS_AMOUNT.matcher(orderNo);
        Instant paidAt = FIRST_PAID.plusSeconds(seed % PAID_WITHIN_SECONDS);
        String state = state(orderNo);
        ObjectNode order = JSON.createObjectNode()
                .put("orderNo", orderNo)
                .put("state", state)
                .put("amount", says.matches() ? says.group(1) : AMOUNTS[(int) (seed % AMOUNTS.length)])
                .put("currency", "CNY")
                .put("product", "p-" + seed % 97)
                .put("merchantId", "m-" + seed % 13)
                .put("paidAt", paidAt.toString())
                .put("account", account == null ? "u-" + seed % 1009 : account);
        return state.equals("DELIVERED")
                ? order.put("deliveredAt", paidAt.plusSeconds(40).toString())
                : order;
    }

    private static String state(String orderNo) {
        if (orderNo.startsWith("UNDELIVERED-")) {
            return "PAID";
        }
        return orderNo.startsWith("REFUNDED-") ? "REFUNDED" : "DELIVERED";
    }
}
