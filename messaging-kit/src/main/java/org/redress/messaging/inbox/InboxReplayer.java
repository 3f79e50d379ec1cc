package org.redress.messaging.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import org.redress.messaging.BatchHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.database.MessagingDatabase;
import org.redress.messaging.envelope.EnvelopeCodec;
import org.redress.messaging.parked.Replayer;
import org.redress.messaging.parked.StoredRecord;

/** Parked records through the handler of their topic, once per event id. Thread-safe. */
@Singleton
class InboxReplayer implements Replayer {
    private final MessagingConfig config;
    private final MessagingDatabase database;
    private final InboxRepository inbox;
    private final KafkaSubscriptions subscriptions;

    InboxReplayer(
            MessagingConfig config,
            MessagingDatabase database,
            InboxRepository inbox,
            KafkaSubscriptions subscriptions) {
        this.config = config;
        this.database = database;
        this.inbox = inbox;
        this.subscriptions = subscriptions;
    }

    @Override
    public boolean handle(StoredRecord stored) throws Exception {
        BatchHandler handler = subscriptions
                .handlerOf(stored.topic())
                .orElseThrow(() -> new IllegalStateException("nobody reads " + stored.topic() + " here"));
        IncomingEvent event = EnvelopeCodec.read(stored.headers(), stored.value());
        boolean fresh = !database.jdbi()
                .withHandle(handle -> inbox.note(handle, config.service(), List.of(event.id())))
                .isEmpty();
        if (fresh) {
            handler.handle(List.of(event));
        }
        return fresh;
    }
}
