package org.tonmeister.pipeline.worker;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a batch ended.
 *
 * @param resumeAt the next offset to work on, of every partition of the batch
 * @param uncertain a transaction's outcome is unknown: the committed offsets decide in place of {@code resumeAt}
 */
record BatchResult(Map<TopicPartition, Long> resumeAt, boolean uncertain) {}
