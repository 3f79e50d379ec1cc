package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.redress.contract.Actor;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.Command;
import org.redress.service.idempotency.IdempotentRequests;

/** Where all commands come in over HTTP: once per key, in the caller's name, answered alike. */
@ApplicationScoped
class CaseDesk {
    private final GiveCommand giveCommand;
    private final IdempotentRequests idempotent;
    private final Hands hands;

    CaseDesk(GiveCommand giveCommand, IdempotentRequests idempotent, Hands hands) {
        this.giveCommand = giveCommand;
        this.idempotent = idempotent;
        this.hands = hands;
    }

    /**
     * Gives a command and answers 201 with what it opened.
     *
     * @param body the request as read; equal bodies under one key are one request
     * @param command the command for who gives it
     */
    Response give(CommandParameters with, Act act, Object body, Function<Actor, Command> command) {
        HandViewer hand = hands.giving(with.id(), act);
        return idempotent.once(with.key(), body, () -> {
            var given = giveCommand.give(with.id(), hand, command.apply(hand.actor()), with.ifMatch());
            return Response.created(URI.create("/api/v1/complaints/" + with.id() + "/case#" + given.partId()))
                    .tag(new EntityTag(given.tag()))
                    .entity(CommandView.of(given, act))
                    .build();
        });
    }
}
