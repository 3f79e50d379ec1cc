package org.redress.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipientTest {
    @Test
    void aComplainantReadsOnlyTheirOwnMessages() {
        assertThat(Recipient.addressesOf("u-1", Set.of("complainant"))).containsExactly("complainant:u-1");
    }

    @Test
    void staffReadTheirOwnMessagesAndThoseOfTheirRoles() {
        assertThat(Recipient.addressesOf("a-1", Set.of("agent", "supervisor")))
                .containsExactly("staff:a-1", "role:agent", "role:supervisor");
    }

    @Test
    void aComplainantAndAnAgentOfTheSameNameAreTwoAddresses() {
        assertThat(Recipient.addressesOf("x", Set.of("complainant")))
                .doesNotContainAnyElementsOf(Recipient.addressesOf("x", Set.of("agent")));
    }

    @Test
    void thePlatformReadsItsInboxAndNoStaffRoles() {
        assertThat(Recipient.addressesOf("backend", Set.of("platform")))
                .containsExactly("platform:backend", "role:platform");
    }

    @Test
    void aForeignGroupNamedLikeAnAddressGivesNoAddress() {
        assertThat(Recipient.addressesOf("a-1", Set.of("staff", "role", "role:ops")))
                .isEmpty();
    }

    @Test
    void anUnknownOwnerLeavesThePersonOpen() {
        assertThat(Recipient.of(Audience.OWNER, "u-1", null)).isEqualTo(new Recipient(Recipient.Kind.PERSON, null));
        assertThat(Recipient.of(Audience.OWNER, "u-1", "a-1").address()).isEqualTo("staff:a-1");
    }

    @Test
    void theRoleSaysWhatButNotWho() {
        assertThat(Recipient.of(Audience.COMPLAINANT, "u:1", null).role()).isEqualTo("complainant");
        assertThat(Recipient.of(Audience.OWNER, null, "a-1").role()).isEqualTo("staff");
        assertThat(Recipient.of(Audience.OPS, null, null).role()).isEqualTo("ops");
    }
}
