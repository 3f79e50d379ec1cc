package org.redress.intake.content.cleaning;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.LogManager;
import org.redress.intake.content.ContentType;
import org.redress.intake.content.RefusalReason;

/**
 * The process in which copies are cleaned. Each line on its standard input is one file: the type, the original's path and
 * the copy's, both in Base64; each is answered by one line: {@code OK} and the copy's type, {@code NO} and the reason of a
 * refusal, or {@code FAILED}. It ends with its input, whatever it is doing, and with the first lack of memory.
 */
public final class CleaningMain {
    private CleaningMain() {}

    /** Works until the input ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        worker.execute(CleaningMain::warmUp);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String request = line;
            worker.execute(() -> {
                answers.println(answer(request));
                answers.flush();
            });
        }
        Runtime.getRuntime().halt(0);
    }

    /** The first picture of a process takes half a second more than others. It is one of its own, for which nobody waits. */
    private static void warmUp() {
        try {
            Path folder = Files.createTempDirectory("cleaning");
            Path picture = folder.resolve("picture");
            Path copy = folder.resolve("copy");
            try {
                Encoded.jpeg(new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR), picture);
                Cleaners.of(ContentType.JPEG).clean(picture, copy);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(picture);
                Files.delete(folder);
            }
        } catch (UncleanFileException | IOException e) {
            // Then somebody waits for the first one.
        }
    }

    /** The answer to one line. */
    static String answer(String request) {
        try {
            String[] parts = request.split(" ", -1);
            Cleaner cleaner = Cleaners.of(ContentType.valueOf(parts[0]));
            return "OK " + cleaner.clean(path(parts[1]), path(parts[2])).name();
        } catch (UncleanFileException e) {
            return "NO " + e.reason().name();
        } catch (StackOverflowError e) {
            return "NO " + RefusalReason.TOO_COMPLEX.name();
        } catch (IOException e) {
            return "FAILED " + e.getClass().getName();
        } catch (RuntimeException e) {
            // Parsers tell broken files by whatever exception they meet.
            return "NO " + RefusalReason.DAMAGED.name();
        }
    }

    private static Path path(String base64) {
        return Path.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    }
}
