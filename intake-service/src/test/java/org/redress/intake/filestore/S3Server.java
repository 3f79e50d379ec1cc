package org.redress.intake.filestore;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A real S3 server, S3Proxy, in a process of its own: its libraries are other versions than ours. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "redress-test";
    private static final Path JARS = Path.of("target", "s3proxy");

    private final Process process;
    private final String url;
    private final MinioClient client;

    private S3Server(Process process, String url) {
        this.process = process;
        this.url = url;
        this.client = client(url, "something");
    }

    static S3Server start(Path directory) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port;
        Path settings = Files.writeString(directory.resolve("s3proxy.conf"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=somebody
                s3proxy.credential=something
                jclouds.provider=transient-nio2
                jclouds.identity=nobody
                jclouds.credential=nothing
                """.formatted(url));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        JARS + File.separator + "*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("s3proxy.log").toFile())
                .start();
        var server = new S3Server(process, url);
        server.awaitBucket();
        return server;
    }

    static MinioClient client(String url, String secret) {
        return MinioClient.builder()
                .endpoint(url)
                .region("us-east-1")
                .credentials("somebody", secret)
                .build();
    }

    String url() {
        return url;
    }

    MinioClient client() {
        return client;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitBucket() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(MinioException.class)
                .until(() -> {
                    if (!client.bucketExists(
                            BucketExistsArgs.builder().bucket(BUCKET).build())) {
                        client.makeBucket(
                                MakeBucketArgs.builder().bucket(BUCKET).build());
                    }
                    return true;
                });
    }
}
