package org.tonmeister.operations.status;

import java.util.Optional;

/** Looks at the pipeline now and then. Thread-safe. */
public interface PipelineMonitor {
    /** What was seen last, some seconds ago at most; empty: nothing yet. Never blocks. */
    Optional<PipelineStatus> status();
}
