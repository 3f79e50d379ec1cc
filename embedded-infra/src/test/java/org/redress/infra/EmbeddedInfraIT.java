package org.redress.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedInfraIT {
    @TempDir
    private Path dir;

    @Test
    void topicsOutliveTheBroker() throws Exception {
        int port = FreePorts.next();
        try (var kafka = EmbeddedKafka.start(dir.resolve("kafka"), port);
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                    .all()
                    .get();
        }
        try (var kafka = EmbeddedKafka.start(dir.resolve("kafka"), port);
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void committedRowsOutliveTheDatabaseServerAndDurableMeansFsync() throws Exception {
        Path cluster = dir.resolve("postgres");
        try (var postgres = LocalPostgres.start(cluster, FreePorts.next(), true)) {
            postgres.createDatabase("shop", "keeper", "it's secret");
            try (var connection = postgres.connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table kept as select 42 as answer");
            }
            assertThat(postgres.pid()).isPresent();
        }
        try (var postgres = LocalPostgres.start(cluster, FreePorts.next(), true);
                var connection = postgres.connect();
                var statement = connection.createStatement()) {
            var answer = statement.executeQuery("select answer, current_setting('fsync') from kept");
            assertThat(answer.next()).isTrue();
            assertThat(answer.getInt(1)).isEqualTo(42);
            assertThat(answer.getString(2)).isEqualTo("on");
        }
    }

    @Test
    void tokensVerifyAgainstThePublishedKeysAlsoAfterARestart() throws Exception {
        Path keyFile = dir.resolve("issuer.jwk");
        int port = FreePorts.next();
        String token;
        try (var issuer = TokenIssuer.start(keyFile, port, Map.of())) {
            token = issuer.token("huijin", List.of("ops"), "ops-1", Duration.ofMinutes(5));
        }
        try (var issuer = TokenIssuer.start(keyFile, port, Map.of())) {
            var claims = new JwtConsumerBuilder()
                    .setExpectedAudience(TokenIssuer.AUDIENCE)
                    .setExpectedIssuer(issuer.issuer())
                    .setRequireExpirationTime()
                    .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuer.jwksUrl())))
                    .build()
                    .processToClaims(token);
            assertThat(claims.getSubject()).isEqualTo("ops-1");
            assertThat(claims.getStringListClaimValue("groups")).containsExactly("ops");
            assertThat(claims.getStringClaimValue("platform")).isEqualTo("huijin");
        }
        assertThat(Files.getPosixFilePermissions(keyFile)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aClientWithoutTheRightSecretGetsNoToken() throws Exception {
        try (var issuer = TokenIssuer.start(dir.resolve("k.jwk"), FreePorts.next(), Map.of("notification", "right"))) {
            assertThat(statusOfGrant(issuer, "right")).isEqualTo(200);
            assertThat(List.of(statusOfGrant(issuer, "wrong"), statusOfGrant(issuer, "")))
                    .containsOnly(401);
        }
    }

    private static int statusOfGrant(TokenIssuer issuer, String secret) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer.tokenUrl()))
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=notification&client_secret=" + secret))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
