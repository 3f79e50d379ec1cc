package org.redress.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Clients on one thread: the load must leave the two cores to those who are measured. All connections stay open. One load at a
 * time.
 */
public final class LoadClient implements AutoCloseable {
    private static final int TICK_MILLIS = 1;

    private final Vertx vertx;
    private final HttpClient http;

    /** Clients of one server that share so many connections at most. */
    public LoadClient(String address, int connections) {
        URI at = URI.create(address);
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(at.getHost())
                .setDefaultPort(at.getPort())
                .setMaxPoolSize(connections)
                .setKeepAliveTimeout(600));
    }

    /** So many clients, each of which asks again as soon as it is answered, for a while. */
    public Volley closed(int clients, Duration time, Supplier<Shot> shots) {
        return run(new ClosedLoad(clients, time, shots));
    }

    /**
     * Requests that come at a fixed rate, whether or not those before them were answered. Their time counts from when they were
     * due, so that a service that stands still is charged for all who wait.
     */
    public Volley open(double perSecond, Duration time, Supplier<Shot> shots) {
        return run(new OpenLoad(perSecond, time, shots));
    }

    /** A single request. */
    public Volley once(Shot shot) {
        return run(new ClosedLoad(1, Duration.ZERO, () -> shot));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Volley run(Load load) {
        vertx.runOnContext(ignored -> load.begin());
        try {
            return load.done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted under load", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load could not be made", e);
        }
    }

    /** A load under way; everything happens on the event loop. */
    private abstract class Load {
        final CompletableFuture<Volley> done = new CompletableFuture<>();
        final Supplier<Shot> shots;
        final long nanos;
        private final Volley volley = new Volley();
        private long started;
        private int underWay;

        Load(Duration time, Supplier<Shot> shots) {
            this.nanos = time.toNanos();
            this.shots = shots;
        }

        final void begin() {
            started = System.nanoTime();
            first(started);
        }

        abstract void first(long now);

        /** Called after each answer. */
        abstract void next();

        abstract boolean over();

        final long elapsed() {
            return System.nanoTime() - started;
        }

        final void fire(long due) {
            underWay++;
            Shot shot = shots.get();
            http.request(shot.method(), shot.path())
                    .compose(request -> {
                        shot.headers().forEach(request::putHeader);
                        Buffer body = shot.body();
                        return body == null ? request.send() : request.send(body);
                    })
                    .compose(answer -> judge(answer, shot))
                    .onSuccess(answer -> shot.then().accept(answer))
                    .onComplete(result -> {
                        if (result.succeeded()) {
                            volley.answered(shot.path(), (System.nanoTime() - due) / 1e6);
                        } else {
                            volley.failed(String.valueOf(result.cause().getMessage()));
                        }
                        underWay--;
                        next();
                        endIfOver();
                    });
        }

        final void endIfOver() {
            if (underWay == 0 && over()) {
                volley.lasted(elapsed() / 1e9);
                done.complete(volley);
            }
        }
    }

    private final class ClosedLoad extends Load {
        private final int clients;

        ClosedLoad(int clients, Duration time, Supplier<Shot> shots) {
            super(time, shots);
            this.clients = clients;
        }

        @Override
        void first(long now) {
            for (int i = 0; i < clients; i++) {
                fire(now);
            }
        }

        @Override
        void next() {
            if (!over()) {
                fire(System.nanoTime());
            }
        }

        @Override
        boolean over() {
            return elapsed() >= nanos;
        }
    }

    private final class OpenLoad extends Load {
        private final long between;
        private final long count;
        private long sent;

        OpenLoad(double perSecond, Duration time, Supplier<Shot> shots) {
            super(time, shots);
            this.between = (long) (1e9 / perSecond);
            this.count = nanos / between;
        }

        @Override
        void first(long now) {
            vertx.setPeriodic(TICK_MILLIS, timer -> {
                while (sent < count && elapsed() >= sent * between) {
                    sent++;
                    fire(now + (sent - 1) * between);
                }
                if (sent == count) {
                    vertx.cancelTimer(timer);
                    endIfOver();
                }
            });
        }

        @Override
        void next() {
            // The clock decides when the next one comes.
        }

        @Override
        boolean over() {
            return sent == count;
        }
    }

    private static Future<Buffer> judge(HttpClientResponse answer, Shot shot) {
        return answer.body()
                .compose(body -> answer.statusCode() == shot.expected()
                        ? Future.succeededFuture(body)
                        : Future.failedFuture(shot.method() + " " + shot.path() + " answered " + answer.statusCode()
                                + " " + body.toString()));
    }
}
