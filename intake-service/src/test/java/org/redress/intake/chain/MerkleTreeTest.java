package org.redress.intake.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The leaves and roots of the test vectors in the Certificate Transparency log's own tests. */
    private static final List<String> DATA =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<Digest> leaves(int size) {
        return DATA.subList(0, size).stream()
                .map(data -> MerkleTree.leaf(HexFormat.of().parseHex(data)))
                .toList();
    }

    @Test
    void rootsAreThoseOfTheCertificateTransparencyVectors() {
        for (int size = 1; size <= DATA.size(); size++) {
            assertThat(new MerkleTree(leaves(size)).root().hex()).isEqualTo(ROOTS.get(size - 1));
        }
    }

    @Test
    void everyPathLeadsToTheRootAndNoOtherLeafsDoes() {
        for (int size = 1; size <= 70; size++) {
            List<Digest> leaves = IntStream.range(0, size)
                    .mapToObj(i -> Digest.over("leaf " + i))
                    .toList();
            var tree = new MerkleTree(leaves);
            for (int place = 0; place < size; place++) {
                List<Digest> path = tree.path(place);
                assertThat(MerkleTree.rootOf(leaves.get(place), place, size, path))
                        .isEqualTo(tree.root());
                assertThat(MerkleTree.rootOf(Digest.over("another"), place, size, path))
                        .isNotEqualTo(tree.root());
            }
        }
    }
}
