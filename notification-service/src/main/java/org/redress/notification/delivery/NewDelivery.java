package org.redress.notification.delivery;

import java.time.Duration;
import java.util.UUID;
import org.redress.notification.planning.Audience;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.Happening;
import org.redress.notification.planning.Recipient;

/**
 * A delivery about to be planned.
 *
 * @param id its id
 * @param happening what it tells of
 * @param channel how it goes
 * @param audience for whom it is meant; with event and channel the key under which it exists once
 * @param recipient who that is
 * @param language the language of the text
 * @param giveUpAfter how long it may take before it is given up
 */
record NewDelivery(
        UUID id,
        Happening happening,
        Channel channel,
        Audience audience,
        Recipient recipient,
        String language,
        Duration giveUpAfter) {}
