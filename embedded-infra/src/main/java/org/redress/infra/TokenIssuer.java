package org.redress.infra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * A small OpenID Connect issuer for one machine: a key pair of its own, discovery and key set over HTTP, access tokens for
 * trying things, and the client-credentials grant for services. In production any OpenID Connect provider takes its place.
 *
 * <p>Thread-safe.
 */
public final class TokenIssuer implements AutoCloseable {
    /** The audience every access token for Redress must name. */
    public static final String AUDIENCE = "redress";

    private final RsaJsonWebKey key;
    private final String issuer;
    private final HttpServer server;
    private final Map<String, String> clientSecrets;

    private TokenIssuer(RsaJsonWebKey key, HttpServer server, Map<String, String> clientSecrets) {
        this.key = key;
        this.server = server;
        this.issuer = issuerAt(server.getAddress().getPort());
        this.clientSecrets = Map.copyOf(clientSecrets);
    }

    /**
     * Starts the issuer's HTTP side on the loopback address.
     *
     * @param keyFile the private key as JWK; created, readable by the owner only, when absent
     * @param clientSecrets client id to secret, for services that ask for tokens
     */
    public static TokenIssuer start(Path keyFile, int port, Map<String, String> clientSecrets) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        var issuer = new TokenIssuer(readOrCreate(keyFile), server, clientSecrets);
        server.createContext("/.well-known/openid-configuration", issuer::discovery);
        server.createContext("/jwks", issuer::keys);
        server.createContext("/token", issuer::grant);
        server.setExecutor(Executors.newFixedThreadPool(2, task -> {
            var thread = new Thread(task, "token-issuer");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return issuer;
    }

    /** The issuer claim for an issuer on that port. */
    public static String issuerAt(int port) {
        return "http://localhost:" + port;
    }

    /** The value of every token's {@code iss} claim, also the base URL of discovery. */
    public String issuer() {
        return issuer;
    }

    /** Where the public keys are. */
    public String jwksUrl() {
        return issuer + "/jwks";
    }

    /** Where clients exchange their secret for a token. */
    public String tokenUrl() {
        return issuer + "/token";
    }

    /** A signed access token, valid from now on for the given time. */
    public String token(String platform, List<String> roles, String subject, Duration validity) {
        return sign(key, issuer, platform, roles, subject, validity);
    }

    /**
     * Signs a token without a running issuer, with the key it keeps.
     *
     * @throws IOException when there is no readable key
     */
    public static String token(
            Path keyFile, int port, String platform, List<String> roles, String subject, Duration validity)
            throws IOException {
        return sign(read(keyFile), issuerAt(port), platform, roles, subject, validity);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String sign(
            RsaJsonWebKey key, String issuer, String platform, List<String> roles, String subject, Duration validity) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringListClaim("groups", roles);
        claims.setStringClaim("platform", platform);
        claims.setIssuedAtToNow();
        claims.setNotBeforeMinutesInThePast(1);
        claims.setExpirationTimeMinutesInTheFuture(validity.toSeconds() / 60f);
        claims.setGeneratedJwtId();
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer":"%s","jwks_uri":"%s","token_endpoint":"%s","response_types_supported":["token"],\
                "grant_types_supported":["client_credentials"],"subject_types_supported":["public"],\
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer, jwksUrl(), tokenUrl()));
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private void grant(HttpExchange exchange) throws IOException {
        String client = authenticatedClient(exchange);
        if (client.isEmpty()) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        String token = token("*", List.of("service"), client, Duration.ofMinutes(10));
        answer(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":600}""".formatted(token));
    }

    private String authenticatedClient(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readNBytes(8192), StandardCharsets.UTF_8));
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            String pair = new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            form.put("client_id", colon < 0 ? pair : pair.substring(0, colon));
            form.put("client_secret", colon < 0 ? "" : pair.substring(colon + 1));
        }
        String client = form.getOrDefault("client_id", "");
        boolean known = clientSecrets.containsKey(client)
                && clientSecrets.get(client).equals(form.get("client_secret"))
                && "client_credentials".equals(form.get("grant_type"));
        return known ? client : "";
    }

    private static Map<String, String> form(String body) {
        var fields = new HashMap<String, String>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static RsaJsonWebKey readOrCreate(Path keyFile) throws IOException {
        return Files.exists(keyFile) ? read(keyFile) : create(keyFile);
    }

    private static RsaJsonWebKey read(Path keyFile) throws IOException {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(keyFile));
        } catch (JoseException e) {
            throw new IOException("not a key: " + keyFile, e);
        }
    }

    private static RsaJsonWebKey create(Path keyFile) throws IOException {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(java.util.UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            Files.createDirectories(keyFile.toAbsolutePath().getParent());
            Files.createFile(
                    keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(keyFile, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("no RSA key can be made", e);
        }
    }
}
