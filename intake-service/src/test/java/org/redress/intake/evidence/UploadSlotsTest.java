package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UploadSlotsTest {
    private final UploadSlots slots = new UploadSlots(3, 2);

    @Test
    void onePersonsUploadsLeaveRoomForOthers() {
        UploadSlots.Slot first = slots.take("a");
        slots.take("a");
        refused("a", Refused.TOO_MANY_AT_ONCE);
        slots.take("b");
        refused("b", Refused.TOO_BUSY);

        first.close();

        slots.take("b");
        refused("c", Refused.TOO_BUSY);
    }

    private void refused(String who, Refused why) {
        assertThatThrownBy(() -> slots.take(who))
                .isInstanceOfSatisfying(
                        RefusedUploadException.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(why));
    }
}
