package org.redress.deadline.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.deadline.policy.Addressee;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.DayEnd;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.LevelTime;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** One rule of a policy as a document. */
final class RuleDocument {
    private static final int LEVELS_AT_MOST = 20;
    private static final Set<String> FIELDS = Set.of(
            "metric",
            "when",
            "target",
            "unit",
            "dayEnd",
            "rollForward",
            "pauseOn",
            "pauseCap",
            "capAtGoodsExpiry",
            "levels");

    private RuleDocument() {}

    static Optional<ClockRule> read(Node node) {
        if (!node.object(FIELDS)) {
            return Optional.empty();
        }
        Optional<Metric> metric = node.field("metric").oneOf(Metric.class);
        Optional<Condition> when = ConditionDocument.read(node.field("when"));
        Optional<Unit> unit = node.field("unit").oneOf(Unit.class);
        Optional<Target> target = target(node.field("target"), unit);
        DayEnd dayEnd = dayEnd(node.field("dayEnd"));
        boolean rollForward = node.field("rollForward").flag(true);
        Set<PauseReason> pauseOn = pauseOn(node.field("pauseOn"));
        Optional<Duration> pauseCap = node.field("pauseCap").optionalText(Names::duration);
        boolean capped = node.field("capAtGoodsExpiry").flag(false);
        List<Level> levels = levels(node.field("levels"));
        if (metric.isEmpty() || when.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClockRule(
                metric.get(),
                when.get(),
                target.get(),
                dayEnd,
                rollForward,
                pauseOn,
                pauseCap.orElse(null),
                capped,
                levels));
    }

    /** Without a known unit only that there is a text can be said. */
    private static Optional<Target> target(Node node, Optional<Unit> unit) {
        return unit.isEmpty()
                ? node.text(text -> text).flatMap(text -> Optional.empty())
                : node.text(text -> Target.parse(unit.get(), text));
    }

    private static DayEnd dayEnd(Node node) {
        return node.present() ? node.oneOf(DayEnd.class).orElse(DayEnd.MIDNIGHT) : DayEnd.MIDNIGHT;
    }

    private static Set<PauseReason> pauseOn(Node node) {
        boolean none = node.present() && node.isEmptyList();
        return none ? Set.of() : node.someOf(PauseReason.class);
    }

    private static List<Level> levels(Node node) {
        List<Level> levels = new ArrayList<>();
        if (node.present()) {
            node.list(LEVELS_AT_MOST).forEach(entry -> level(entry).ifPresent(levels::add));
        }
        return levels;
    }

    private static Optional<Level> level(Node node) {
        if (!node.object(Set.of("at", "kind", "to"))) {
            return Optional.empty();
        }
        Optional<LevelTime> at = node.field("at").text(LevelTime::parse);
        Optional<LevelKind> kind = node.field("kind").oneOf(LevelKind.class);
        Optional<String> to = node.field("to").oneOf(Addressee.class).map(Enum::name);
        return at.isEmpty() || kind.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Level(at.get(), kind.get(), to.get()));
    }

    static Map<String, Object> write(ClockRule rule) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("metric", rule.metric().name());
        document.put("when", ConditionDocument.write(rule.when()));
        document.put("target", rule.target().iso());
        document.put("unit", rule.unit().name());
        if (rule.dayEnd() != DayEnd.MIDNIGHT) {
            document.put("dayEnd", rule.dayEnd().name());
        }
        if (!rule.rollForward()) {
            document.put("rollForward", false);
        }
        if (!rule.pauseOn().isEmpty()) {
            document.put("pauseOn", ConditionDocument.names(rule.pauseOn()));
        }
        if (rule.pauseCap() != null) {
            document.put("pauseCap", rule.pauseCap().toString());
        }
        if (rule.capAtGoodsExpiry()) {
            document.put("capAtGoodsExpiry", true);
        }
        if (!rule.levels().isEmpty()) {
            document.put(
                    "levels", rule.levels().stream().map(RuleDocument::write).toList());
        }
        return document;
    }

    private static Map<String, Object> write(Level level) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", level.at().text());
        document.put("kind", level.kind().name());
        document.put("to", level.to());
        return document;
    }
}
