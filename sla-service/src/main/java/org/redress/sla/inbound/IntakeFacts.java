package org.redress.sla.inbound;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.IntakeEvent;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Channel;
import org.redress.sla.complaint.Fact;
import org.redress.sla.inbound.EventReading.Said;

/** What intake's events mean for clocks. */
final class IntakeFacts {
    private IntakeFacts() {}

    static @Nullable Said of(IntakeEvent event) {
        return event instanceof ComplaintFiled filed ? new Said(filed.complaintId(), fact(filed)) : null;
    }

    private static Fact fact(ComplaintFiled filed) {
        return Fact.filed(
                filed.filedAt(),
                filed.complainantId(),
                filed.category() == null
                        ? null
                        : Category.valueOf(filed.category().name()),
                Channel.valueOf(filed.channel().name()),
                filed.amount() == null ? null : new BigDecimal(filed.amount()),
                filed.goodsExpireAt());
    }
}
