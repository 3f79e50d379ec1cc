package org.redress.infra.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One selling platform, as {@link PlatformServer} plays it. It keeps what it was asked and what it did; unlike a good one it
 * does again what is ordered again, so that a needless second order shows. Thread-safe.
 */
public final class TestPlatform {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, TestPlatform> ALL = new ConcurrentHashMap<>();

    private final String name;
    private final Map<String, UnaryOperator<String>> orders = new ConcurrentHashMap<>();
    private final List<Effect> effects = new CopyOnWriteArrayList<>();
    private final Remedies remedies;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Queue<Mood> onSending = new ConcurrentLinkedQueue<>();
    private final Queue<Mood> onLookUps = new ConcurrentLinkedQueue<>();
    private volatile Mood always = Mood.GOOD;
    private volatile Mood whenSending = Mood.GOOD;
    private volatile @Nullable Random chaos;
    private volatile boolean takesBack = true;

    private TestPlatform(String name) {
        this.name = name;
        this.remedies = new Remedies(name, effects);
    }

    /** The platform of that name, the same one in the whole JVM. */
    public static TestPlatform named(String name) {
        return ALL.computeIfAbsent(name, TestPlatform::new);
    }

    /** An order as a platform answers it; {@code DELIVERED} comes with a time. */
    public static String order(String orderNo, String account, String state, String amount) {
        String delivered = state.equals("DELIVERED") ? ", \"deliveredAt\": \"2026-11-20T08:00:40Z\"" : "";
        return """
                {"orderNo": "%s", "account": "%s", "state": "%s", "amount": "%s", "currency": "CNY", "product": "p-9",
                 "merchantId": "m-7", "paidAt": "2026-11-20T08:00:00Z"%s}""".formatted(orderNo, account, state, amount, delivered);
    }

    /** What any platform did for a complaint. */
    public static List<Effect> effectsFor(String complaintId) {
        return ALL.values().stream()
                .flatMap(platform -> platform.effects.stream())
                .filter(effect -> effect.body().path("complaintId").asText().equals(complaintId))
                .toList();
    }

    /** From now on it meets every call so. */
    public void always(Mood mood) {
        always = mood;
    }

    /** From now on it meets so what is sent to it. */
    public void alwaysWhenSending(Mood mood) {
        whenSending = mood;
    }

    /** So it meets the next orders of remedies and freezes, one each. */
    public void onSending(Mood... moods) {
        onSending.addAll(List.of(moods));
    }

    /** So it meets the next look-ups of remedies and freezes, one each. */
    public void onLookUps(Mood... moods) {
        onLookUps.addAll(List.of(moods));
    }

    /** From now on two of three calls about remedies end unclear, and of the rest half are accepted only. */
    public void chaos(long seed) {
        chaos = new Random(seed);
        remedies.lookingCarriesOut(true);
    }

    /** It knows no cancellation. */
    public void takesNothingBack() {
        takesBack = false;
    }

    /** As if nothing had been said about its moods. */
    public void beGood() {
        chaos = null;
        remedies.lookingCarriesOut(false);
        always = Mood.GOOD;
        whenSending = Mood.GOOD;
        takesBack = true;
        onSending.clear();
        onLookUps.clear();
    }

    /** Makes an order of goods known; the body is answered as it is. */
    public void knowsOrder(String orderNo, String body) {
        orders.put(orderNo, account -> body);
    }

    /** Makes an order known that is of whoever asks for it. */
    public void knowsOrderOfAnybody(String orderNo, String state, String amount) {
        orders.put(orderNo, account -> order(orderNo, account, state, amount));
    }

    /** Makes a freeze known as if it had been ordered before. */
    public void knowsFreeze(String id) {
        effects.add(new Effect(name, id, "", JSON.createObjectNode()));
    }

    /** Carries out a remedy that it accepted, or that comes of itself. */
    public void carriesOut(String id, String amount) {
        remedies.carryOut(id, amount);
    }

    /** What it did under that id, in order. */
    public List<Effect> effects(String id) {
        return effects.stream().filter(effect -> effect.id().equals(id)).toList();
    }

    /** The raw paths that it was asked, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    void noteAsked(String rawPath) {
        asked.add(rawPath);
    }

    boolean takesBack() {
        return takesBack;
    }

    @Nullable
    String orderOfGoods(String orderNo, String account) {
        UnaryOperator<String> known = orders.get(orderNo);
        return known == null ? null : known.apply(account);
    }

    /** The mood for this call. */
    Mood mood(boolean sent) {
        Mood told = (sent ? onSending : onLookUps).poll();
        Random random = chaos;
        if (told != null) {
            return told;
        }
        if (sent && whenSending != Mood.GOOD) {
            return whenSending;
        }
        return random == null ? always : anyOf(random);
    }

    /** The mood for a call about an order of goods. */
    Mood moodForOrders() {
        return always;
    }

    private static Mood anyOf(Random random) {
        synchronized (random) {
            if (random.nextInt(3) == 0) {
                return random.nextBoolean() ? Mood.GOOD : Mood.ACCEPT;
            }
            return Mood.UNCLEAR.get(random.nextInt(Mood.UNCLEAR.size()));
        }
    }

    /** Takes a freeze; one that came already is taken again. */
    void freeze(String id, String key, ObjectNode body) {
        effects.add(new Effect(name, id, key, body));
    }

    Remedies remedies() {
        return remedies;
    }
}
