package org.redress.intake.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.chain.Flaw.Kind;

/** Chains of random length, tampered with in a random place: what was done and where must come out. */
class ChainCheckTest {
    private Random random = new Random(0);
    private UUID complaint = new UUID(0, 0);
    private List<ChainedEntry> chain = List.of();
    private int length;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    private void write(long seed, int least) {
        random = new Random(seed);
        complaint = new UUID(random.nextLong(), random.nextLong());
        length = least + random.nextInt(12);
        chain = Chains.written(complaint, length, random);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAsItWasWrittenHasNoFlaw(long seed) {
        write(seed, 1);
        var shuffled = new ArrayList<>(chain);
        Collections.shuffle(shuffled, random);
        assertThat(ChainCheck.firstFlaw(complaint, shuffled, anchors())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aChangedEntryIsNamed(long seed) {
        write(seed, 1);
        int place = place(1, length);
        ChainedEntry was = chain.get(place - 1);
        chain.set(place - 1, new ChainedEntry(place, changed(was.content()), was.hash()));
        found(Kind.CHANGED, place);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aChangedHashIsNamed(long seed) {
        write(seed, 1);
        int place = place(1, length);
        byte[] hash = chain.get(place - 1).hash().bytes();
        hash[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
        chain.set(place - 1, new ChainedEntry(place, chain.get(place - 1).content(), Digest.of(hash)));
        found(Kind.CHANGED, place);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRemovedEntryIsNamed(long seed) {
        write(seed, 2);
        int place = place(1, length - 1);
        chain.remove(place - 1);
        found(Kind.REMOVED, place);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void removedEntriesAreNamedAlsoIfTheOthersCloseUp(long seed) {
        write(seed, 5);
        int count = 1 + random.nextInt(2);
        int place = place(1, length - count - 1);
        chain.subList(place - 1, place - 1 + count).clear();
        chain = Chains.closedUp(chain);
        found(Kind.REMOVED, place);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAddedEntryIsNamed(long seed) {
        write(seed, 1);
        int place = place(1, length);
        Digest previous = place == 1 ? Digest.NONE : chain.get(place - 2).hash();
        ChainedEntry forged = Chains.chained(complaint, place, previous, Chains.content(random));
        ChainedEntry clumsy = new ChainedEntry(place, forged.content(), Digest.over(Long.toString(seed)));
        chain.add(place - 1, clumsy);
        chain = Chains.closedUp(chain);
        found(Kind.ADDED, place);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swappedEntriesAreNamed(long seed) {
        write(seed, 2);
        int place = place(1, length - 1);
        Collections.swap(chain, place - 1, place(place + 1, length) - 1);
        chain = Chains.closedUp(chain);
        found(Kind.REORDERED, place);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swappedContentsAreNamed(long seed) {
        write(seed, 2);
        int place = place(1, length - 1);
        int other = place(place + 1, length);
        ChainedEntry one = chain.get(place - 1);
        ChainedEntry two = chain.get(other - 1);
        chain.set(place - 1, new ChainedEntry(place, two.content(), one.hash()));
        chain.set(other - 1, new ChainedEntry(other, one.content(), two.hash()));
        found(Kind.REORDERED, place);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCutTailIsNamedOnceARootAttestedIt(long seed) {
        write(seed, 2);
        List<Anchor> attested = anchors();
        int left = place(1, length) - 1;
        chain = chain.subList(0, left);
        assertThat(ChainCheck.firstFlaw(complaint, chain, attested)).contains(Flaw.at(Kind.TAIL_CUT, left + 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aChainThatWasComputedAnewIsNamedOnceARootAttestedIt(long seed) {
        write(seed, 1);
        List<Anchor> attested = anchors();
        int place = place(1, length);
        chain.set(
                place - 1, new ChainedEntry(place, changed(chain.get(place - 1).content()), Digest.NONE));
        chain = Chains.computedAnew(complaint, chain, place);
        int good = attested.stream()
                .mapToInt(Anchor::position)
                .filter(p -> p < place)
                .max()
                .orElse(0);
        int bad = attested.stream()
                .mapToInt(Anchor::position)
                .filter(p -> p >= place)
                .min()
                .orElseThrow();
        assertThat(ChainCheck.firstFlaw(complaint, chain, attested)).contains(new Flaw(Kind.CHANGED, good + 1, bad));
        assertThat(place).isBetween(good + 1, bad);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aChainOfAnotherComplaintIsNoChain(long seed) {
        write(seed, 1);
        assertThat(ChainCheck.firstFlaw(UUID.randomUUID(), chain, List.of()))
                .map(Flaw::position)
                .contains(1);
    }

    private void found(Kind kind, int place) {
        assertThat(ChainCheck.firstFlaw(complaint, chain, List.of())).contains(Flaw.at(kind, place));
    }

    /** The chain's end, and some of its ends before. */
    private List<Anchor> anchors() {
        var anchors = new ArrayList<Anchor>();
        for (ChainedEntry entry : chain) {
            if (entry.position() == length || random.nextInt(3) == 0) {
                anchors.add(new Anchor(anchors.size() + 1, entry.position(), entry.hash()));
            }
        }
        Collections.shuffle(anchors, random);
        return anchors;
    }

    private int place(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** The same but for one value. */
    private EntryContent changed(EntryContent was) {
        return switch (random.nextInt(6)) {
            case 0 ->
                new EntryContent(
                        was.kind() + "X",
                        was.at(),
                        was.actor(),
                        was.staffOnly(),
                        was.data(),
                        was.eventId(),
                        was.salt());
            case 1 ->
                new EntryContent(
                        was.kind(),
                        was.at().plusNanos(1000),
                        was.actor(),
                        was.staffOnly(),
                        was.data(),
                        was.eventId(),
                        was.salt());
            case 2 ->
                new EntryContent(
                        was.kind(),
                        was.at(),
                        was.actor() + "0",
                        was.staffOnly(),
                        was.data(),
                        was.eventId(),
                        was.salt());
            case 3 ->
                new EntryContent(
                        was.kind(), was.at(), was.actor(), !was.staffOnly(), was.data(), was.eventId(), was.salt());
            case 4 ->
                new EntryContent(
                        was.kind(),
                        was.at(),
                        was.actor(),
                        was.staffOnly(),
                        was.data().replaceFirst("n", "m"),
                        was.eventId(),
                        was.salt());
            default ->
                new EntryContent(
                        was.kind(),
                        was.at(),
                        was.actor(),
                        was.staffOnly(),
                        was.data(),
                        was.eventId() == null ? complaint : null,
                        was.salt());
        };
    }
}
