package org.redress.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.redress.benchmarks.Percentiles;

/** What a load came to: the milliseconds of each answer, and the failures. Used by one thread at a time. */
public final class Volley {
    private final List<Answer> answers = new ArrayList<>();
    private double seconds;
    private int failures;
    private @Nullable String firstFailure;

    private record Answer(String path, double millis) {}

    void answered(String path, double tookMillis) {
        answers.add(new Answer(path, tookMillis));
    }

    void failed(String how) {
        failures++;
        if (firstFailure == null) {
            firstFailure = how;
        }
    }

    void lasted(double took) {
        seconds = took;
    }

    /** How many requests were not answered as expected. */
    public int failures() {
        return failures;
    }

    /** How many answers there were. */
    public int answers() {
        return answers.size();
    }

    /** Answers a second. */
    public double perSecond() {
        return answers.size() / seconds;
    }

    /** Milliseconds from when a request was due to its answer. */
    public Percentiles latency() {
        return latency(path -> true);
    }

    /** The same of the requests to some paths. */
    public Percentiles latency(Predicate<String> paths) {
        return new Percentiles(answers.stream()
                .filter(answer -> paths.test(answer.path()))
                .map(Answer::millis)
                .toList());
    }

    /**
     * This, when everything was answered as expected.
     *
     * @throws IllegalStateException naming the first failure
     */
    public Volley checked() {
        if (failures > 0) {
            throw new IllegalStateException(
                    failures + " of " + (failures + answers.size()) + " requests failed, the first: " + firstFailure);
        }
        return this;
    }
}
