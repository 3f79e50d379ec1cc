package org.redress.deadline.clock;

import java.time.Instant;
import java.util.List;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.policy.Policy;

/** All that the clocks of one complaint follow from. */
record Case(Policy policy, Calendar calendar, CaseFacts facts, History history, List<Wait> waits, Instant until) {}
