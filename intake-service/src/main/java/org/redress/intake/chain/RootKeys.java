package org.redress.intake.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys by which roots are signed, Ed25519 (RFC 8032). A key's id is the first 16 hexadecimal digits of the SHA-256 of its
 * public half (X.509 SubjectPublicKeyInfo). Thread-safe.
 */
public final class RootKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_DIGITS = 16;

    private final PrivateKey signing;
    private final String id;
    private final Map<String, PublicKey> trusted = new LinkedHashMap<>();

    /**
     * The keys of one installation.
     *
     * @param signing the key in use, PKCS#8 as base64
     * @param former public halves of keys used before, X.509 as base64
     * @throws IllegalArgumentException if one of them is no such key
     */
    public RootKeys(String signing, Collection<String> former) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            this.signing = factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(signing)));
            this.id = trust(publicHalf((EdECPrivateKey) this.signing));
            for (String key : former) {
                trust(factory.generatePublic(new X509EncodedKeySpec(decoded(key))));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not an Ed25519 key; make one with: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0",
                    e);
        }
    }

    /** Signs a root with the key in use. */
    SignedRoot sign(Root root) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(root.message());
            return new SignedRoot(root, id, HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can", e);
        }
    }

    /** Whether a root was signed by one of these keys and is as it was signed. */
    boolean signed(SignedRoot root) {
        PublicKey key = trusted.get(root.key());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(root.root().message());
            return signature.verify(HexFormat.of().parseHex(root.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The public halves by id, the key in use first; X.509 as base64. */
    public Map<String, String> published() {
        var published = new LinkedHashMap<String, String>();
        trusted.forEach((name, key) -> published.put(name, Base64.getEncoder().encodeToString(key.getEncoded())));
        return Collections.unmodifiableMap(published);
    }

    private String trust(PublicKey key) {
        String name = Digest.over(key.getEncoded()).hex().substring(0, ID_DIGITS);
        trusted.put(name, key);
        return name;
    }

    /** The JDK computes the public half only while it makes a pair, so a pair is made from the private half's own bytes. */
    private static PublicKey publicHalf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("no private key"));
        KeyPairGenerator pairs = KeyPairGenerator.getInstance(ALGORITHM);
        pairs.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return pairs.generateKeyPair().getPublic();
    }

    private static byte[] decoded(String key) {
        return Base64.getDecoder().decode(key.strip());
    }
}
