package org.redress.intake.content.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reading from front to back, beside looking at one byte after the other. */
class SourceTest {
    private static final int END = 0xFF;

    /** Lengths on both sides of what is read ahead at once, ends in all places, also one after the other. */
    @Test
    void copiesUpToTheNextByteOfAValueWhereverItStands() throws UncleanFileException, IOException {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] content = content(random, 1 + random.nextInt(2000), 1 + random.nextInt(700));
            try (var source = new Source(new ByteArrayInputStream(content))) {
                int at = 0;
                while (at < content.length) {
                    var copied = new ByteArrayOutputStream();
                    source.copyUntil(END, copied);
                    var expected = new ByteArrayOutputStream();
                    while (content[at] != (byte) END) {
                        expected.write(content[at++]);
                    }
                    at++;
                    assertThat(copied.toByteArray()).isEqualTo(expected.toByteArray());
                    assertThat(source.position()).isEqualTo(at);
                }
            }
        }
    }

    @Test
    void contentThatEndsBeforeThatByteIsCutShort() throws IOException {
        try (var source = new Source(new ByteArrayInputStream(new byte[1000]))) {
            assertThatThrownBy(() -> source.copyUntil(END, new ByteArrayOutputStream()))
                    .isInstanceOf(UncleanFileException.class)
                    .hasMessage("ends too early");
        }
    }

    /** Ends with an end; before it comes about one in so many bytes. */
    private static byte[] content(Random random, int length, int oneIn) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (random.nextInt(oneIn) == 0 ? END : random.nextInt(END));
        }
        content[length - 1] = (byte) END;
        return content;
    }
}
