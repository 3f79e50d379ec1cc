package org.redress.benchmarks.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.redress.benchmarks.ground.Ground;
import org.redress.benchmarks.load.Shot;

/**
 * Filings as they come in: on the five platforms, by many complainants, each with a signed token of their own, with phone,
 * amount and one or two demands. Used by one thread at a time.
 */
final class Filings implements Supplier<Shot> {
    /** The shipped platforms. */
    static final List<String> PLATFORMS = List.of("huijin", "kameng", "qihui", "kamen", "wangwang");

    private static final ObjectMapper JSON = new ObjectMapper();
    /** How many kinds of filings there are, in turns: with one demand and with two. */
    static final int KINDS = 2;

    private static final int PEOPLE = 1_000;
    private static final List<String> STORIES = List.of(
            "付款成功，充值没有到账，联系商家一直没有回复，订单状态显示已完成，但游戏里没有收到任何道具。",
            "卡密已经被使用过，商家说是我自己用的，我有截图可以证明收到的时候就提示无效。",
            "账号买来第三天就被找回，商家失联，平台客服说要等七个工作日，请尽快处理。",
            "实际到账面值与页面描述不符，少了二十元，申请售后被拒绝三次。");

    private final List<Person> people = new ArrayList<>();
    private int next;

    /** Who files. */
    record Person(String platform, String subject, String token) {}

    Filings(Ground ground) {
        for (int i = 0; i < PEOPLE; i++) {
            String platform = PLATFORMS.get(i % PLATFORMS.size());
            String subject = "bench-" + i;
            people.add(new Person(platform, subject, ground.token(platform, "complainant", subject)));
        }
    }

    @Override
    public Shot get() {
        return by(person(), answer -> {});
    }

    /** Whoever is next. */
    Person person() {
        return people.get(next % people.size());
    }

    /** A filing of that person. */
    Shot by(Person person, Consumer<Buffer> then) {
        return new Shot(
                HttpMethod.POST,
                "/api/v1/complaints",
                Map.of(
                        "Authorization",
                        "Bearer " + person.token(),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body(next++, person),
                201,
                then);
    }

    private static Buffer body(int n, Person person) {
        var complaint = JSON.createObjectNode()
                .put("platform", person.platform())
                .put("orderNo", "B" + Integer.toString(n, 36) + Long.toString(System.nanoTime(), 36))
                .put("category", "NOT_DELIVERED")
                .put("description", STORIES.get(n % STORIES.size()))
                .put("occurredAt", "2026-11-01T12:00:00+08:00")
                .put("amount", "59.90")
                .put("currency", "CNY")
                .put("channel", "APP")
                .put("merchantId", "m-" + n % 500)
                .put("productId", "p-" + n % 5_000);
        var demands = complaint.putArray("demands");
        demands.addObject().put("type", "REFUND").put("amount", "59.90").put("currency", "CNY");
        if (n % KINDS == 0) {
            demands.addObject().put("type", "EXPLAIN");
        }
        complaint
                .putObject("complainant")
                .put("id", person.subject())
                .put("name", "张三")
                .put("phone", "+8613800138000");
        return Buffer.buffer(complaint.toString());
    }
}
