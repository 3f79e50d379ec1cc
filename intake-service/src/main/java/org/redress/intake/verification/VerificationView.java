package org.redress.intake.verification;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.chain.Digest;
import org.redress.intake.chain.Flaw;
import org.redress.intake.chain.Proof;
import org.redress.intake.chain.Root;

/**
 * Whether a timeline is as it was written.
 *
 * @param valid whether nothing is wrong
 * @param entries how many entries there are
 * @param head the last entry's hash, null if there is none
 * @param anchored the newest root that attests the chain; null until one does, or if it is broken
 * @param evidence what came of comparing the files of evidence with their entries
 * @param problem the first thing wrong, null if nothing is
 */
@Schema(name = "TimelineVerification")
public record VerificationView(
        boolean valid,
        int entries,
        @Nullable String head,
        @Nullable AnchorView anchored,
        EvidenceView evidence,
        @Nullable ProblemView problem) {

    /**
     * What a signed root attests, with all that is needed to check it offline.
     *
     * @param root the root's number
     * @param at when it was made
     * @param position the entry at which the chain ended then
     * @param head that entry's hash
     * @param place the leaf's place in the root's tree, from 0
     * @param leaves how many leaves the tree has
     * @param path the hashes beside the way from the leaf to the Merkle root, lowest first
     * @param merkle the Merkle root
     * @param previous the hash of the root before
     * @param key the id of the key that signed
     * @param signature Ed25519, 128 hexadecimal digits
     */
    @Schema(name = "TimelineAnchor")
    public record AnchorView(
            long root,
            Instant at,
            int position,
            String head,
            int place,
            int leaves,
            List<String> path,
            String merkle,
            String previous,
            String key,
            String signature) {
        static AnchorView of(Proof proof) {
            Root root = proof.signed().root();
            return new AnchorView(
                    root.number(),
                    root.at(),
                    proof.head().position(),
                    proof.head().hash().hex(),
                    proof.place(),
                    root.leaves(),
                    proof.path().stream().map(Digest::hex).toList(),
                    root.merkle().hex(),
                    root.previous().hex(),
                    proof.signed().key(),
                    proof.signed().signature());
        }
    }

    /**
     * What came of comparing files; beyond a gigabyte, or while many verifications run, it is only seen whether they are there.
     *
     * @param files how many files the timeline names; a file and the copy that others see of it count as one
     * @param compared how many of them were read to their end, with their copies, and have the hashes that the timeline has of them
     */
    @Schema(name = "TimelineEvidence")
    public record EvidenceView(int files, int compared) {}

    /**
     * The first thing wrong.
     *
     * @param kind what is wrong
     * @param position the first place at which the chain does not hold, from 1
     * @param through the last place that may be concerned; mostly the same as {@code position}
     */
    @Schema(name = "TimelineProblem")
    public record ProblemView(Flaw.Kind kind, int position, int through) {
        static ProblemView of(Flaw flaw) {
            return new ProblemView(flaw.kind(), flaw.position(), flaw.through());
        }
    }
}
