package org.redress.deadline.property;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Pause;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;

/** One random question about a random place, in minutes from that place's origin. */
record Question(Place place, int start, long target, BitSet paused, List<Pause> pauses) {
    private static final int PLACES = 100;
    private static final List<Place> SOME = places();

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            places.add(Place.random(new Random(4711 + i)));
        }
        return places;
    }

    static Question random(Random random, int targetAtMost) {
        Place place = SOME.get(random.nextInt(PLACES));
        int start = 1440 + random.nextInt(1440 * 8);
        BitSet paused = new BitSet();
        List<Pause> pauses = new ArrayList<>();
        int cursor = start + random.nextInt(600);
        for (int i = random.nextInt(4); i > 0; i--) {
            int end = cursor + 1 + random.nextInt(random.nextBoolean() ? 120 : 2880);
            paused.set(cursor, end);
            pauses.add(new Pause(place.seconds(cursor), place.seconds(end), PauseReason.WAITING_MERCHANT, null));
            cursor = end + random.nextInt(1500);
        }
        return new Question(place, start, random.nextInt(targetAtMost), paused, pauses);
    }

    Question times(int factor) {
        return new Question(place, start, target * factor, paused, pauses);
    }

    Counting counting(ClockRule rule, long amount) {
        Target target = new Target(rule.unit(), amount);
        return Counting.of(rule, target, place.calendar, place.seconds(start), pauses);
    }

    /** The minute by which so many minutes counted, or -1 if the noted weeks hold less. */
    int reach(boolean onlyOpen, long minutes) {
        long left = minutes;
        int minute = start;
        while (left > 0) {
            if (minute >= place.dateOf.length) {
                return -1;
            }
            left -= counts(onlyOpen, minute++) ? 1 : 0;
        }
        return minute;
    }

    boolean counts(boolean onlyOpen, int minute) {
        return (!onlyOpen || place.open.get(minute)) && !paused.get(minute);
    }
}
