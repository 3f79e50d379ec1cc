package org.redress.intake.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/**
 * The platforms that are known. One that was read is kept: a registered profile never changes, and a shipped one only when
 * another version of the service starts. Thread-safe.
 */
@ApplicationScoped
public class PlatformRepository {
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final ObjectReader profiles;
    private final Map<String, PlatformProfile> read = new ConcurrentHashMap<>();

    PlatformRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
        this.profiles =
                json.readerFor(PlatformProfile.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The platform of that id. */
    public Optional<PlatformProfile> find(String id) {
        PlatformProfile known = read.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PlatformProfile> found = select(id);
        found.ifPresent(profile -> read.put(id, profile));
        return found;
    }

    private Optional<PlatformProfile> select(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select profile from platform where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row.getString(1)))
                .findOne());
    }

    /** All platforms, by id. */
    List<PlatformProfile> list() {
        return jdbi.withHandle(handle -> handle.createQuery("select profile from platform order by id")
                .map((row, context) -> read(row.getString(1)))
                .list());
    }

    /** Keeps a new platform; false if the id is taken, and then nothing changes. */
    boolean insert(PlatformProfile profile, String by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into platform (id, profile, registered_by)
                                values (:id, cast(:profile as jsonb), :by) on conflict (id) do nothing""")
                        .bind("id", profile.id())
                        .bind("profile", written(profile))
                        .bind("by", by)
                        .execute()
                == 1);
    }

    /** Keeps a shipped platform, also in the place of what an earlier version shipped. */
    void keepShipped(PlatformProfile profile) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into platform as known (id, profile, registered_by)
                        values (:id, cast(:profile as jsonb), 'shipped')
                        on conflict (id) do update set profile = excluded.profile
                         where known.registered_by = 'shipped' and known.profile <> excluded.profile""")
                .bind("id", profile.id())
                .bind("profile", written(profile))
                .execute());
        read.remove(profile.id());
    }

    private PlatformProfile read(String profile) {
        try {
            return profiles.readValue(profile);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(PlatformProfile profile) {
        try {
            return json.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
