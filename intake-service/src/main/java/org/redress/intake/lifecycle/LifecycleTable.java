package org.redress.intake.lifecycle;

import static org.redress.intake.complaint.ComplaintStatus.*;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.contract.ActorRole;
import org.redress.intake.complaint.ComplaintStatus;

/**
 * Every command in every status: where it may lead, or why it is refused, and who may give it. The one place that says
 * so; what more a command needs is its own guard. Immutable.
 */
public final class LifecycleTable {
    /** In the order of the table's columns. */
    private static final List<ComplaintStatus> STATUSES =
            List.of(FILED, TRIAGED, AWAITING_MATERIALS, DECIDED, UNDER_APPEAL, WITHDRAWN, CLOSED);

    /** {@code =} stays, a name leads there, {@code !code} is refused; several where it depends on the case. */
    private static final String TABLE = """
            command            | FILED              | TRIAGED            | AWAITING_MATERIALS | DECIDED      | UNDER_APPEAL    | WITHDRAWN  | CLOSED      | who
            triage             | TRIAGED            | =                  | =                  | =            | =               | =          | =           | system
            add-evidence       | =                  | =                  | =                  | =            | =               | !withdrawn | =           | complainant partner merchant agent supervisor platform
            release-evidence   | =                  | =                  | =                  | =            | =               | !withdrawn | =           | merchant agent supervisor
            post-message       | =                  | =                  | =                  | =            | =               | !withdrawn | !closed     | complainant partner agent supervisor ops platform
            respond            | =                  | =                  | =                  | =            | =               | !withdrawn | !closed     | agent supervisor
            request-materials  | AWAITING_MATERIALS | AWAITING_MATERIALS | !materials-open    | !decided     | !under-appeal   | !withdrawn | !closed     | agent supervisor
            supplement         | !not-asked         | !not-asked         | FILED TRIAGED =    | !not-asked   | !not-asked      | !withdrawn | !closed     | complainant partner agent
            ask-merchant       | =                  | =                  | =                  | !decided     | =               | !withdrawn | !closed     | agent supervisor
            reply-as-merchant  | =                  | =                  | =                  | !decided     | =               | !withdrawn | !closed     | merchant agent supervisor
            commit             | =                  | =                  | =                  | =            | =               | !withdrawn | !closed     | agent supervisor
            keep-commitment    | =                  | =                  | =                  | =            | =               | !withdrawn | !closed     | agent supervisor
            urge               | =                  | =                  | =                  | =            | =               | !withdrawn | !closed     | complainant partner agent
            withdraw           | WITHDRAWN          | WITHDRAWN          | WITHDRAWN          | !decided     | !under-appeal   | !withdrawn | !closed     | complainant partner
            offer-remedy       | !not-triaged       | =                  | =                  | !decided     | !under-appeal   | !withdrawn | !closed     | agent supervisor platform
            accept-offer       | !not-triaged       | =                  | =                  | !decided     | !under-appeal   | !withdrawn | !closed     | complainant partner
            refuse-offer       | !not-triaged       | =                  | =                  | !decided     | !under-appeal   | !withdrawn | !closed     | complainant partner
            withdraw-offer     | !not-triaged       | =                  | =                  | !decided     | !under-appeal   | !withdrawn | !closed     | agent supervisor platform
            decide             | !not-triaged       | DECIDED            | DECIDED            | !decided     | !under-appeal   | !withdrawn | !closed     | agent supervisor
            order-remedy       | !not-triaged       | =                  | =                  | =            | =               | !withdrawn | !closed     | agent supervisor
            execute-remedy     | =                  | =                  | =                  | =            | =               | !withdrawn | !closed     | platform agent supervisor
            confirm-remedy     | =                  | =                  | =                  | =            | =               | !withdrawn | !closed     | complainant partner
            dispute-remedy     | =                  | =                  | =                  | TRIAGED      | =               | !withdrawn | !closed     | complainant partner
            cancel-remedy      | =                  | =                  | =                  | =            | =               | !withdrawn | !closed     | agent supervisor
            refuse-settlement  | !not-decided       | !not-decided       | !not-decided       | TRIAGED      | !under-appeal   | !withdrawn | !closed     | complainant partner
            appeal             | !not-decided       | !not-decided       | !not-decided       | UNDER_APPEAL | !under-appeal   | !withdrawn | !closed     | complainant partner
            decide-appeal      | !no-appeal         | !no-appeal         | !no-appeal         | !no-appeal   | DECIDED TRIAGED | !withdrawn | !closed     | agent supervisor
            withdraw-appeal    | !no-appeal         | !no-appeal         | !no-appeal         | !no-appeal   | DECIDED TRIAGED | !withdrawn | !closed     | complainant partner
            refer              | =                  | =                  | =                  | =            | =               | !withdrawn | =           | agent supervisor
            answer-referral    | =                  | =                  | =                  | =            | =               | !withdrawn | =           | agent supervisor
            withdraw-referral  | =                  | =                  | =                  | =            | =               | !withdrawn | =           | agent supervisor
            close              | !not-decided       | !not-decided       | !not-decided       | CLOSED       | !under-appeal   | !withdrawn | !closed     | complainant partner agent supervisor
            reopen             | !not-closed        | !not-closed        | !not-closed        | !not-closed  | !not-closed     | !withdrawn | TRIAGED     | complainant partner agent supervisor
            rate               | !not-closed        | !not-closed        | !not-closed        | !not-closed  | !not-closed     | =          | =           | complainant partner
            lapse-supplement   | =                  | =                  | FILED TRIAGED =    | =            | =               | =          | =           | system
            lapse-appeal       | =                  | =                  | =                  | CLOSED =     | =               | =          | =           | system
            lapse-confirmation | =                  | =                  | =                  | CLOSED =     | =               | =          | =           | system
            overdue-remedy     | =                  | =                  | =                  | TRIAGED =    | =               | =          | =           | system
            lapse-offer        | =                  | =                  | =                  | =            | =               | =          | =           | system
            settle-recall      | =                  | =                  | =                  | =            | =               | =          | =           | system
            settle-by-rule     | =                  | DECIDED =          | =                  | =            | =               | =          | =           | system
            """;

    private static final Map<Act, Row> ROWS = read();

    private LifecycleTable() {}

    /** What the table says of a command in a status. */
    public sealed interface Cell {
        /** It is accepted, unless a guard of its own speaks against it, and leaves the case in one of these. */
        record Accepted(Set<ComplaintStatus> leadsTo) implements Cell {
            /** Copies the set. */
            public Accepted {
                leadsTo = Set.copyOf(leadsTo);
            }
        }

        /** It is refused. */
        record Refused(Refusal why) implements Cell {}
    }

    /** What the table says of a command. */
    private record Row(Map<ComplaintStatus, Cell> cells, Set<ActorRole> who) {
        Row {
            cells = Map.copyOf(cells);
            who = Set.copyOf(who);
        }
    }

    /** Whether a command is accepted in a status. */
    public static Cell cell(Act act, ComplaintStatus status) {
        Cell cell = row(act).cells().get(status);
        if (cell == null) {
            throw new IllegalStateException("the table says nothing of " + act + " in " + status);
        }
        return cell;
    }

    /** Who may give a command. */
    public static Set<ActorRole> who(Act act) {
        return row(act).who();
    }

    /** The table as it is written, cell by cell, heading first. */
    public static List<List<String>> asText() {
        return TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
    }

    private static Row row(Act act) {
        Row row = ROWS.get(act);
        if (row == null) {
            throw new IllegalStateException("the table says nothing of " + act);
        }
        return row;
    }

    private static Map<Act, Row> read() {
        Map<Act, Row> rows = new EnumMap<>(Act.class);
        for (List<String> cells : asText().subList(1, asText().size())) {
            Act act = Act.valueOf(cells.get(0).replace('-', '_').toUpperCase(Locale.ROOT));
            Set<ActorRole> who = Arrays.stream(cells.get(cells.size() - 1).split(" "))
                    .map(role -> ActorRole.valueOf(role.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toSet());
            Map<ComplaintStatus, Cell> byStatus = new EnumMap<>(ComplaintStatus.class);
            STATUSES.forEach(status -> byStatus.put(status, cell(status, cells.get(STATUSES.indexOf(status) + 1))));
            rows.put(act, new Row(byStatus, who));
        }
        return rows;
    }

    private static Cell cell(ComplaintStatus status, String text) {
        if (text.startsWith("!")) {
            return new Cell.Refused(Refusal.ofWire(text.substring(1)).orElseThrow());
        }
        Set<ComplaintStatus> leadsTo = EnumSet.noneOf(ComplaintStatus.class);
        for (String word : text.split(" ")) {
            leadsTo.add("=".equals(word) ? status : ComplaintStatus.valueOf(word));
        }
        return new Cell.Accepted(leadsTo);
    }
}
