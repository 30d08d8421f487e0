package org.tonmeister.pipeline.worker;

/** What all threads of a worker share. */
record StageParts(
        WorkerConfiguration configuration,
        OutputSerdes serdes,
        ProgressRecords progressRecords,
        DeadLetters deadLetters,
        StageMetrics metrics) {
    static StageParts of(WorkerConfiguration configuration) {
        return new StageParts(
                configuration,
                new OutputSerdes(),
                new ProgressRecords(configuration.catalogue()),
                new DeadLetters(configuration.catalogue(), configuration.stage()),
                new StageMetrics(configuration.meters(), configuration.stage(), configuration.clock()));
    }
}
