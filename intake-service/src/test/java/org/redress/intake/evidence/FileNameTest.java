package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.content.ContentType;

class FileNameTest {
    /** What is sent, what is kept, what a browser is told to save a PNG as; with escapes, since some cannot be seen. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            receipt.png                          | receipt.png                     | receipt.png
            C:\\Users\\me\\receipt.png           | receipt.png                     | receipt.png
            ../../etc/passwd                     | passwd                          | passwd.png
            ..                                   | file                            | file.png
            /                                    | file                            | file.png
            .htaccess                            | htaccess                        | htaccess.png
            a%2F..%2Fb.png                       | a%2F..%2Fb.png                  | a_2F.._2Fb.png
            a\\u0000.png                         | a_.png                          | a_.png
            a\\u000d\\u000aSet-Cookie: x=1.png   | a__Set-Cookie: x=1.png          | a__Set-Cookie_ x=1.png
            photo\\u202egnp.exe                  | photo_gnp.exe                   | photo_gnp.exe.png
            \\u2066hidden\\u2069.png             | _hidden_.png                    | _hidden_.png
            \\ufeffbom.png                       | _bom.png                        | _bom.png
            <img src=x onerror=alert(1)>.png     | <img src=x onerror=alert(1)>.png | _img src=x onerror=alert(1)_.png
            a"; filename="b.exe                  | a"; filename="b.exe             | a_; filename=_b.exe.png
            page.html                            | page.html                       | page.html.png
            PHOTO.PNG                            | PHOTO.PNG                       | PHOTO.PNG
            no ending                            | no ending                       | no ending.png
            png                                  | png                             | png.png
            trailing...                          | trailing                        | trailing.png
            \\ud800.png                          | _.png                           | _.png
            """)
    void isTextAndNothingElse(String sent, String kept, String saved) {
        FileName name = FileName.of(unescaped(sent));

        assertThat(name.text()).isEqualTo(kept);
        assertThat(name.disposition(ContentType.PNG)).startsWith("attachment; filename=\"" + saved + "\"; filename*=");
    }

    @Test
    void aMissingOrBlankNameIsAFile() {
        assertThat(FileName.of(null).text()).isEqualTo("file");
        assertThat(FileName.of("").text()).isEqualTo("file");
        assertThat(FileName.of(" \u3000 ").text()).isEqualTo("file");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileName.of("a".repeat(4096) + ".jpeg").text())
                .isEqualTo("a".repeat(115) + ".jpeg")
                .hasSize(120);
        assertThat(FileName.of("支付凭证".repeat(1024) + ".png").text())
                .hasSize(120)
                .endsWith(".png");
        assertThat(FileName.of("😀".repeat(500)).text()).isEqualTo("😀".repeat(120));
        assertThat(FileName.of("a." + "b".repeat(300)).text()).isEqualTo("a." + "b".repeat(118));
    }

    @Test
    void otherScriptsAreKeptAndTravelEncoded() {
        FileName name = FileName.of("支付 凭证(1)*.jpg");

        assertThat(name.text()).isEqualTo("支付 凭证(1)*.jpg");
        assertThat(name.disposition(ContentType.JPEG))
                .isEqualTo("attachment; filename=\"__ __(1)_.jpg\"; "
                        + "filename*=UTF-8''%E6%94%AF%E4%BB%98%20%E5%87%AD%E8%AF%81%281%29_.jpg");
    }

    @Test
    void lettersWrittenInTwoPartsAreOne() {
        assertThat(FileName.of("re\u0301sume\u0301.pdf").text()).isEqualTo("r\u00e9sum\u00e9.pdf");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)
                    && i + 6 <= text.length()
                    && text.substring(i + 2, i + 6).matches("[0-9a-f]{4}")) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
