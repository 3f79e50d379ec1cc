package org.redress.intake.evidence;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.redress.intake.Desk;

/** Files, and what a client does with them. */
final class Uploads {
    /** Names and fields in UTF-8. */
    private static final RestAssuredConfig AS_BROWSERS_DO = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
            .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset(StandardCharsets.UTF_8));

    private Uploads() {}

    /** A small picture that no other call made. */
    static byte[] picture() {
        return picture("png");
    }

    static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        int colours = UUID.randomUUID().hashCode();
        for (int x = 0; x < 32; x++) {
            image.setRGB(x, 0, (colours >> x & 1) == 0 ? Color.RED.getRGB() : Color.BLUE.getRGB());
            image.setRGB(x, 1, UUID.randomUUID().hashCode());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A form with a file and a kind, under a key of its own. */
    static RequestSpecification form(String role, String platform, String subject, byte[] file, String kind) {
        return form(role, platform, subject, UUID.randomUUID().toString(), file, "支付凭证.png")
                .multiPart("kind", kind);
    }

    /** A form with a file alone. */
    static RequestSpecification form(
            String role, String platform, String subject, String key, byte[] file, String name) {
        return Desk.as(role, platform, subject)
                .config(AS_BROWSERS_DO)
                .header("Idempotency-Key", key)
                .multiPart("file", name, file, "application/octet-stream");
    }

    static String address(String complaint) {
        return "/api/v1/complaints/" + complaint + "/evidence";
    }

    /** Adds a picture that must be accepted; returns the answer. */
    static Response added(String role, String platform, String subject, String complaint, byte[] file, String kind) {
        return form(role, platform, subject, file, kind)
                .post(address(complaint))
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    static String sha256(byte[] bytes) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
            return java.util.HexFormat.of().formatHex(digest).toLowerCase(Locale.ROOT);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
