package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.evidence.Uploads.address;
import static org.redress.intake.evidence.Uploads.form;
import static org.redress.intake.evidence.Uploads.picture;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.Sha256;

/** The same file from several hands at once, and while it is being swept. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class SameFileIT {
    private static final String PLATFORM = "kameng";
    private static final int ROUNDS = 15;
    private static final int HANDS = 4;

    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS + 1);
    private final String me = Desk.someone();
    private String complaint = "";

    @BeforeEach
    void file() {
        complaint = Desk.filed(PLATFORM, me);
    }

    @AfterEach
    void rest() {
        hands.shutdown();
    }

    @Test
    void parallelRetriesOfOneUploadMakeOnePiece() throws Exception {
        for (int round = 0; round < 5; round++) {
            byte[] file = picture();
            String key = UUID.randomUUID().toString();

            List<Response> answers = together(() -> form("complainant", PLATFORM, me, key, file, "a.png")
                    .multiPart("kind", "CHAT")
                    .post(address(complaint)));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(answer -> answer.jsonPath().getString("id"))
                            .distinct())
                    .hasSize(1);
            assertThat(Ledger.texts("select version from evidence where sha256 = ?", Uploads.sha256(file)))
                    .containsExactly("1");
        }
    }

    /** No grace at all: the sweep takes whatever no row names, again and again, while the same file comes in. */
    @Test
    void whatIsAcknowledgedIsThereHoweverOftenIsSwept() throws Exception {
        SweepOrphans sweep = Arc.container().instance(SweepOrphans.class).get();
        FileStore files = Arc.container().instance(FileStore.class).get();
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> sweeping = hands.submit(() -> {
            int sweeps = 0;
            for (; !done.get(); sweeps++) {
                sweep.sweep(Instant.now().plus(Duration.ofHours(1)));
            }
            return sweeps;
        });
        try {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] file = picture();
                List<Response> answers = together(
                        () -> form("complainant", PLATFORM, me, file, "CHAT").post(address(complaint)));

                assertThat(answers)
                        .allSatisfy(answer -> assertThat(answer.statusCode())
                                .as(answer.asString())
                                .isIn(201, 503));
                if (answers.stream().anyMatch(answer -> answer.statusCode() == 201)) {
                    assertThat(files.find(new Sha256(Uploads.sha256(file)))).isPresent();
                }
            }
        } finally {
            done.set(true);
        }
        assertThat(sweeping.get()).isPositive();
        assertThat(Ledger.texts(
                        "select sha256 from evidence where complaint_id = ? union select copy_sha256 from evidence where complaint_id = ?",
                        UUID.fromString(complaint),
                        UUID.fromString(complaint)))
                .allSatisfy(hash -> assertThat(files.find(new Sha256(hash))).isPresent());
    }

    /** Half of them are refused after their file came in: none takes the file from the others. */
    @Test
    void refusedUploadsOfAFileLeaveItToThoseThatAreKept() throws Exception {
        FileStore files = Arc.container().instance(FileStore.class).get();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = picture();
            AtomicInteger number = new AtomicInteger();
            List<Response> answers = together(() -> {
                var form = form("complainant", PLATFORM, me, file, "CHAT");
                return (number.getAndIncrement() % 2 == 0 ? form : form.header("If-Match", "\"999\""))
                        .post(address(complaint));
            });

            assertThat(answers.stream().map(Response::statusCode).sorted()).containsExactly(201, 201, 412, 412);
            assertThat(files.find(new Sha256(Uploads.sha256(file)))).isPresent();
            String copy = answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .map(answer -> answer.jsonPath().getString("versions[0].copy.sha256"))
                    .findFirst()
                    .orElseThrow();
            assertThat(files.find(new Sha256(copy))).isPresent();
        }
    }

    private List<Response> together(Supplier<Response> upload) throws Exception {
        List<Future<Response>> sent = new ArrayList<>();
        for (int i = 0; i < HANDS; i++) {
            sent.add(hands.submit(upload::get));
        }
        List<Response> answers = new ArrayList<>();
        for (Future<Response> one : sent) {
            answers.add(one.get());
        }
        return answers;
    }
}
