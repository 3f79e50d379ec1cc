package org.redress.notification.sms;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How many messages a phone and a platform may still get on a day. Counts are taken in the caller's transaction and
 * undone with it. Phones are counted under a digest whose key lives for a day.
 */
@ApplicationScoped
class SmsAllowance {
    private static final int KEY_BYTES = 32;

    private final Jdbi jdbi;
    private final SmsSettings settings;
    private final SecureRandom random = new SecureRandom();

    SmsAllowance(Jdbi jdbi, SmsSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /** Today, as the database's clock and the configured zone have it. */
    LocalDate today() {
        return jdbi.withHandle(handle -> handle.createQuery("select (now() at time zone :zone)::date")
                .bind("zone", settings.zone().getId())
                .mapTo(LocalDate.class)
                .one());
    }

    /** Counts one message to a phone; false if the phone has had its share of the day. */
    boolean takeForPhone(LocalDate day, String phone) {
        return jdbi.withHandle(handle ->
                take(handle, day, "phone:" + digest(key(handle, day), phone), settings.perPhoneAndDay()));
    }

    /** Undoes {@link #takeForPhone} for a message that is not sent after all. */
    void giveBackForPhone(LocalDate day, String phone) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update sms_count set used = used - 1 where day = :day and scope = :scope")
                .bind("day", day)
                .bind("scope", "phone:" + digest(key(handle, day), phone))
                .execute());
    }

    /** Counts one message of a platform; false if the platform has had its share of the day. */
    boolean takeForPlatform(LocalDate day, String platform) {
        return jdbi.withHandle(handle -> {
            key(handle, day);
            return take(handle, day, "platform:" + platform, settings.perPlatformAndDay());
        });
    }

    /** One statement counts and checks, so that two workers can't both take the last one. */
    private static boolean take(Handle handle, LocalDate day, String scope, int most) {
        return handle.createUpdate("insert into sms_count (day, scope, used) values (:day, :scope, 1)"
                                + " on conflict (day, scope) do update set used = sms_count.used + 1"
                                + " where sms_count.used < :most")
                        .bind("day", day)
                        .bind("scope", scope)
                        .bind("most", most)
                        .execute()
                == 1;
    }

    private byte[] key(Handle handle, LocalDate day) {
        return handle.createQuery("select key from sms_day where day = :day")
                .bind("day", day)
                .mapTo(byte[].class)
                .findOne()
                .orElseGet(() -> newKey(handle, day));
    }

    private byte[] newKey(Handle handle, LocalDate day) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        handle.createUpdate("delete from sms_day where day < :day")
                .bind("day", day)
                .execute();
        return handle.createQuery("insert into sms_day (day, key) values (:day, :key)"
                        + " on conflict (day) do update set day = excluded.day returning key")
                .bind("day", day)
                .bind("key", key)
                .mapTo(byte[].class)
                .one();
    }

    private static String digest(byte[] key, String phone) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(phone.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
