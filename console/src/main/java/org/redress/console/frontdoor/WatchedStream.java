package org.redress.console.frontdoor;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * Passes a body on chunk by chunk, tells of each, and stops at a bound. Knows whether its reader waits for more.
 * Single-threaded, like the stream inside.
 */
final class WatchedStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> inner;
    private final long bound;
    private final Runnable moved;
    private final Runnable tooLong;
    private long length;
    private boolean wanted;
    private boolean ended;

    WatchedStream(ReadStream<Buffer> inner, long bound, Runnable moved, Runnable tooLong) {
        this.inner = inner;
        this.bound = bound;
        this.moved = moved;
        this.tooLong = tooLong;
    }

    /** Whether it has not ended and its reader would take more: then it is its sender who is silent. */
    boolean isAwaited() {
        return wanted && !ended;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        inner.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        boolean before = length <= bound;
        length += chunk.length();
        if (length <= bound) {
            moved.run();
            handler.handle(chunk);
        } else if (before) {
            tooLong.run();
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        inner.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        wanted = false;
        inner.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        wanted = true;
        inner.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        wanted = true;
        inner.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        inner.endHandler(handler == null ? null : end -> end(handler));
        return this;
    }

    private void end(Handler<Void> handler) {
        ended = true;
        handler.handle(null);
    }
}
