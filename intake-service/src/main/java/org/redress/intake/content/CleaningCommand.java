package org.redress.intake.content;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.intake.content.cleaning.CleaningMain;

/** The command line of a cleaning process: this JVM's own Java, with the parsers on its class path and nothing else. */
final class CleaningCommand {
    /** One class of each jar that parsers need. */
    private static final List<String> ONE_OF_EACH_JAR = List.of(
            CleaningMain.class.getName(),
            "com.adobe.internal.xmp.XMPMeta",
            "com.drew.metadata.Metadata",
            "com.twelvemonkeys.image.ImageUtil",
            "com.twelvemonkeys.imageio.ImageReaderBase",
            "com.twelvemonkeys.imageio.metadata.Directory",
            "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi",
            "com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi",
            "com.twelvemonkeys.io.enc.Decoder",
            "com.twelvemonkeys.lang.Validate",
            "org.apache.commons.logging.LogFactory",
            "org.apache.fontbox.ttf.TrueTypeFont",
            "org.apache.pdfbox.Loader",
            "org.apache.pdfbox.io.RandomAccessRead",
            "org.jboss.logging.Logger");

    private CleaningCommand() {}

    static List<String> of(long heapBytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapBytes,
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                CleaningMain.class.getName());
    }

    private static String classPath() {
        return ONE_OF_EACH_JAR.stream()
                .flatMap(CleaningCommand::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> place(String name) {
        try {
            Class<?> type = Class.forName(name, false, CleaningCommand.class.getClassLoader());
            var source = type.getProtectionDomain().getCodeSource();
            return Stream.of(Path.of(source.getLocation().toURI()).toString());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("where " + name + " comes from is not known", e);
        }
    }
}
