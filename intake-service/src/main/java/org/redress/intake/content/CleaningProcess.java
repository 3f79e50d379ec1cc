package org.redress.intake.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One process that cleans files, one after the other. It sees no passwords and ends with this one. Not thread-safe. */
final class CleaningProcess implements AutoCloseable {
    /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    /** Instead of an answer: the process ended. It may still be found alive for a moment. */
    static final String ENDED = "";

    private static final Pattern ANSWER = Pattern.compile("(OK|NO|FAILED) .+");

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int files;

    private CleaningProcess(Process process) {
        this.process = process;
    }

    static CleaningProcess start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Passwords are in the environment; of the rest only the encoding of file names matters.
        builder.environment().keySet().retainAll(Set.of("LANG", "LC_ALL", "LC_CTYPE"));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        var started = new CleaningProcess(builder.start());
        var reader = new Thread(started::readAnswers, "cleaning-answers");
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    /**
     * Cleans a file.
     *
     * @return the process's answer, or {@link #ENDED}; {@code null}: none came in time
     */
    @Nullable
    String clean(ContentType type, Path original, Path copy, Duration limit) throws InterruptedException {
        files++;
        String request = type.name() + " " + base64(original) + " " + base64(copy) + "\n";
        try {
            process.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // It ended; so will the wait.
        }
        return answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many files it was given. */
    int files() {
        return files;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ended because the file needed more memory than there is. */
    boolean ranOutOfMemory() throws InterruptedException {
        return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readAnswers() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            // A process that ends for lack of memory says so here, too.
            in.lines().filter(ANSWER.asMatchPredicate()).forEach(answers::add);
        } catch (IOException | UncheckedIOException e) {
            // The same as its end.
        }
        answers.add(ENDED);
    }

    private static String base64(Path path) {
        byte[] name = path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(name);
    }
}
