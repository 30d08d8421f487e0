/**
 * The transactional worker: poll a batch, do the work, send the results and the offsets in one short transaction. What
 * a stage does is a {@link org.tonmeister.pipeline.worker.StageHandler}; the worker gives it exactly-once, retries,
 * dead letters, progress and metrics.
 */
package org.tonmeister.pipeline.worker;
