package org.tonmeister.operations.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.pipeline.worker.Epoch;

/**
 * What a replay of a whole topic will do.
 *
 * @param source what is read again
 * @param moves the groups that are moved back; empty: there is nothing to be read again
 * @param epoch that the groups' partitions get
 * @param uploads the uploads that will be mixed again, as far as they are known: those ordered before; of {@link
 *     ReplaySource#UPLOADS} empty, because the files themselves are not looked at
 * @param tracks how many tracks that is; -1: not known
 * @param notes what the operator should know, one line each
 */
public record ReplayPlan(
        ReplaySource source, List<GroupMove> moves, Epoch epoch, Set<String> uploads, long tracks, List<String> notes) {
    /** Copies. */
    public ReplayPlan {
        moves = List.copyOf(moves);
        uploads = Set.copyOf(uploads);
        notes = List.copyOf(notes);
    }

    /** The offset behind all that is to be read again, of each partition. */
    Map<TopicPartition, Long> ends() {
        var ends = new HashMap<TopicPartition, Long>();
        for (GroupMove move : moves) {
            move.partitions().forEach(p -> ends.put(new TopicPartition(move.topic(), p.partition()), p.end()));
        }
        return ends;
    }
}
