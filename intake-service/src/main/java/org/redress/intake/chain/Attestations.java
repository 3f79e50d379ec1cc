package org.redress.intake.chain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What roots attest of a complaint, in the database and in the files outside it. Reads both without holding a connection
 * in between.
 */
@ApplicationScoped
public class Attestations {
    private final RootRepository roots;
    private final RootFiles files;
    private final RootKeys keys;

    Attestations(RootRepository roots, RootFiles files, RootKeys keys) {
        this.roots = roots;
        this.files = files;
        this.keys = keys;
    }

    /**
     * What is attested.
     *
     * @param anchors by the database, the files, or both
     * @param broken the first of them that is not attested by both as it should be
     */
    public record Attested(List<Anchor> anchors, Optional<Anchor> broken) {
        /** The newest. */
        public Optional<Anchor> newest() {
            return anchors.isEmpty() ? Optional.empty() : Optional.of(anchors.get(anchors.size() - 1));
        }
    }

    /**
     * Everything attested of a complaint. Read it before the timeline: then whatever it attests was written by the time the
     * timeline is read.
     */
    public Attested of(UUID complaint) {
        long kept = files.keptThrough();
        Set<Anchor> outside = new HashSet<>(files.anchors(complaint));
        Set<Anchor> inside = new HashSet<>(roots.anchors(complaint));
        var all = new LinkedHashSet<>(outside);
        all.addAll(inside);
        List<Anchor> anchors = new ArrayList<>(all);
        anchors.sort(Comparator.comparingLong(Anchor::root).thenComparingInt(Anchor::position));
        Optional<Anchor> broken = anchors.stream()
                .filter(anchor -> !inside.contains(anchor) || (anchor.root() <= kept && !outside.contains(anchor)))
                .findFirst();
        return new Attested(anchors, broken);
    }

    /** The proof that a root attests this, empty if the root or what it is over is not as it was signed. */
    public Optional<Proof> proof(UUID complaint, Anchor anchor) {
        SignedRoot signed = roots.find(anchor.root()).orElse(null);
        if (signed == null || !keys.signed(signed) || !follows(signed.root())) {
            return Optional.empty();
        }
        List<Head> heads = roots.leaves(anchor.root());
        Head head = new Head(complaint, anchor.position(), anchor.head());
        int place = heads.indexOf(head);
        if (place < 0 || heads.size() != signed.root().leaves()) {
            return Optional.empty();
        }
        var tree = new MerkleTree(heads.stream().map(Head::leaf).toList());
        return Optional.of(new Proof(signed, head, place, tree.path(place))).filter(Proof::holds);
    }

    private boolean follows(Root root) {
        Digest before = root.number() == 1 ? Digest.NONE : digest(root.number() - 1);
        return root.previous().equals(before);
    }

    private @Nullable Digest digest(long number) {
        return roots.find(number).map(signed -> signed.root().digest()).orElse(null);
    }
}
