package org.redress.intake.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chains to be tampered with. */
final class Chains {
    private static final List<String> KINDS = List.of("FILED", "TRIAGED", "CLOCK_STARTED", "MESSAGE_POSTED", "付款");

    private Chains() {}

    /** A chain of that many entries, as they would be written. */
    static List<ChainedEntry> written(UUID complaint, int length, Random random) {
        var entries = new ArrayList<ChainedEntry>();
        for (int i = 1; i <= length; i++) {
            entries.add(chained(
                    complaint,
                    i,
                    entries.isEmpty() ? Digest.NONE : entries.get(i - 2).hash(),
                    content(random)));
        }
        return entries;
    }

    static ChainedEntry chained(UUID complaint, int position, Digest previous, EntryContent content) {
        return new ChainedEntry(position, content, new Link(complaint, position, previous, content.digest()).digest());
    }

    /** What nobody else says. */
    static EntryContent content(Random random) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return new EntryContent(
                KINDS.get(random.nextInt(KINDS.size())),
                Instant.ofEpochSecond(1_790_000_000L + random.nextInt(10_000_000), random.nextInt(1_000_000_000)),
                "agent:" + random.nextInt(9),
                random.nextBoolean(),
                "{\"n\": " + random.nextInt() + ", \"text\": \"卡\\u001f\\\"" + random.nextInt() + "\", \"p\": "
                        + random.nextDouble() + "}",
                random.nextBoolean() ? new UUID(random.nextLong(), random.nextLong()) : null,
                java.util.HexFormat.of().formatHex(salt));
    }

    /** The same entries at the places 1, 2, 3…, their hashes as they were. */
    static List<ChainedEntry> closedUp(List<ChainedEntry> entries) {
        var closed = new ArrayList<ChainedEntry>();
        for (ChainedEntry entry : entries) {
            closed.add(new ChainedEntry(closed.size() + 1, entry.content(), entry.hash()));
        }
        return closed;
    }

    /** The same contents, their hashes computed anew from that place on. */
    static List<ChainedEntry> computedAnew(UUID complaint, List<ChainedEntry> entries, int from) {
        var anew = new ArrayList<>(entries.subList(0, from - 1));
        for (ChainedEntry entry : entries.subList(from - 1, entries.size())) {
            Digest previous =
                    anew.isEmpty() ? Digest.NONE : anew.get(anew.size() - 1).hash();
            anew.add(chained(complaint, anew.size() + 1, previous, entry.content()));
        }
        return anew;
    }
}
