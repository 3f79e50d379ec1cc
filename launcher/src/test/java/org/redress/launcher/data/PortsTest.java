package org.redress.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.launcher.LaunchException;

class PortsTest {
    @TempDir
    Path directory;

    private final Set<Integer> taken = new HashSet<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void aPortIsChosenOnceAndKept() {
        int port = ports().port("intake");
        assertThat(port).isBetween(20_000, 29_999);
        assertThat(ports().port("intake")).isEqualTo(port);
        assertThat(ports().kept("intake")).isEqualTo(port);
        assertThat(said).isEmpty();
    }

    @Test
    void noTwoPartsShareAPort() {
        Ports ports = ports();
        var all = new HashSet<Integer>();
        for (int i = 0; i < 300; i++) {
            assertThat(all.add(ports.port("part-" + i))).isTrue();
        }
    }

    @Test
    void aKeptPortTakenByAStrangerIsReplacedAndThatIsSaid() {
        int first = ports().port("intake");
        taken.add(first);
        int second = ports().port("intake");
        assertThat(second).isNotEqualTo(first);
        assertThat(said).singleElement().asString().contains("Port " + first + " of intake", "using " + second);
        taken.clear();
        assertThat(ports().port("intake")).isEqualTo(second);
    }

    @Test
    void withoutAnyFreePortItSaysSo() {
        var none = new Ports(new DataLayout(directory), port -> false, said::add);
        assertThatThrownBy(() -> none.port("intake"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("no free port");
    }

    private Ports ports() {
        return new Ports(new DataLayout(directory), port -> !taken.contains(port), said::add);
    }
}
