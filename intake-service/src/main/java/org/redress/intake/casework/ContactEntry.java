package org.redress.intake.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.Channel;
import org.redress.intake.chain.Words;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.AppealCommand;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.Command;
import org.redress.intake.lifecycle.ContactCommand;
import org.redress.intake.lifecycle.DecisionCommand;
import org.redress.intake.lifecycle.MaterialsCommand;
import org.redress.intake.lifecycle.RequestItem;
import org.redress.intake.lifecycle.Waiting;

/**
 * One contact on a case (R42).
 *
 * @param partId what it opened or is about
 * @param by who entered it
 * @param speaker whose words they are
 * @param addressee whom they are for; null for everybody on the case
 * @param facts what is said apart from the reasons: of a decision what was found, of an appeal what is new
 * @param salt what their hash on the timeline was salted with; null if nothing was said, or before there were such hashes
 * @param result where the case stood after it
 */
record ContactEntry(
        UUID partId,
        Act act,
        Instant at,
        Actor by,
        ActorRole speaker,
        @Nullable ActorRole addressee,
        @Nullable Channel channel,
        @Nullable String words,
        @Nullable String facts,
        @Nullable String salt,
        ComplaintStatus result) {

    static ContactEntry of(UUID partId, Command command, Words words, Actor by, Instant at, ComplaintStatus result) {
        boolean message = command instanceof ContactCommand.PostMessage;
        return new ContactEntry(
                partId,
                command.act(),
                at,
                by,
                message ? ((ContactCommand.PostMessage) command).from() : speaker(command.act(), by),
                message ? ((ContactCommand.PostMessage) command).to() : addressee(command.act()),
                command instanceof ContactCommand.Urge urge ? urge.channel() : null,
                words.text(),
                words.facts(),
                words.text() == null && words.facts() == null ? null : words.salt(),
                result);
    }

    /** What is said with a command: of a request for material and of what is supplied also each item, one a line (R42). */
    static Words words(Command command, Case before) {
        List<String> said = new ArrayList<>();
        items(command, before).map(RequestItem::words).forEach(said::add);
        if (command.words() != null) {
            said.add(command.words());
        }
        return Words.said(said.isEmpty() ? null : String.join("\n", said), facts(command));
    }

    private static @Nullable String facts(Command command) {
        if (command instanceof AppealCommand.Appeal appeal) {
            return appeal.news();
        }
        return command instanceof DecisionCommand.Decide decide ? decide.facts() : null;
    }

    private static Stream<RequestItem> items(Command command, Case before) {
        if (command instanceof MaterialsCommand.RequestMaterials request) {
            return request.items().stream();
        }
        return command instanceof MaterialsCommand.Supplement supplied
                ? before.open(Waiting.MaterialsRequest.class).stream()
                        .flatMap(request -> request.named(supplied.items()).stream())
                : Stream.empty();
    }

    /** What an agent enters for a merchant on the phone are the merchant's words all the same. */
    private static ActorRole speaker(Act act, Actor by) {
        return switch (act) {
            case REPLY_AS_MERCHANT -> ActorRole.MERCHANT;
            case SUPPLEMENT, URGE -> ActorRole.COMPLAINANT;
            default -> by.role();
        };
    }

    /** Talk with the merchant and with bodies outside is not the complainant's to read. */
    private static @Nullable ActorRole addressee(Act act) {
        return switch (act) {
            case ASK_MERCHANT -> ActorRole.MERCHANT;
            case REPLY_AS_MERCHANT, REFER, ANSWER_REFERRAL, WITHDRAW_REFERRAL, CANCEL_REMEDY -> ActorRole.AGENT;
            default -> null;
        };
    }
}
