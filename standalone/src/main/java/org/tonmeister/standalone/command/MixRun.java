package org.tonmeister.standalone.command;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.tonmeister.client.Start;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.client.TrackListener;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.standalone.console.Stage;

/**
 * Publishes files, some at a time, and writes their mixes as they come. All that happens arrives in one queue, which one
 * thread works through.
 */
final class MixRun {
    private static final int MOST_IN_FLIGHT = 4;
    private static final Duration CHECK_AFTER = Duration.ofSeconds(10);

    private final Connection connection;
    private final TonmeisterClient client;
    private final MixDesk desk;
    private final Duration patience;
    private final BlockingQueue<MixEvent> events = new LinkedBlockingQueue<>();
    private final Deque<MixJob> waiting = new ArrayDeque<>();
    private final Map<String, MixJob> published = new HashMap<>();
    private final List<MixJob> uploading = new ArrayList<>();
    private final Map<String, List<MixEvent>> early = new HashMap<>();

    /** @param patience how long nothing at all may be heard of our tracks */
    MixRun(Connection connection, TonmeisterClient client, MixDesk desk, Duration patience) {
        this.connection = connection;
        this.client = client;
        this.desk = desk;
        this.patience = patience;
    }

    /** Returns when every file has its mix or a reason why not. */
    @SuppressWarnings("try") // The subscription speaks through the Ear.
    void mix(List<MixJob> jobs, MixOptions options) throws InterruptedException {
        waiting.addAll(jobs);
        try (var subscription = client.subscribe(Start.now(), new Ear());
                var uploader = new Uploader(client, options, events::add)) {
            long heard = System.nanoTime();
            begin(uploader);
            while (!published.isEmpty() || !uploading.isEmpty()) {
                MixEvent event = events.poll(CHECK_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                if (event == null) {
                    check(Duration.ofNanos(System.nanoTime() - heard));
                } else if (handle(event)) {
                    heard = System.nanoTime();
                }
                begin(uploader);
            }
        }
    }

    private void begin(Uploader uploader) {
        while (!waiting.isEmpty() && published.size() + uploading.size() < MOST_IN_FLIGHT) {
            MixJob job = waiting.removeFirst();
            uploading.add(job);
            job.open();
            uploader.upload(job);
        }
    }

    /** Whether the event is about one of our tracks. */
    private boolean handle(MixEvent event) {
        if (event instanceof MixEvent.Sent sent) {
            sent.job().view().at(Stage.UPLOAD, sent.fraction());
        } else if (event instanceof MixEvent.NotPublished not) {
            uploading.remove(not.job());
            desk.reject(not.job(), not.reason());
            forgetEarly();
        } else if (event instanceof MixEvent.Published now) {
            uploading.remove(now.job());
            published.put(now.uploadId(), now.job());
            // The services may have been quicker than the broker's acknowledgement.
            early.getOrDefault(now.uploadId(), List.of()).forEach(this::handle);
            forgetEarly();
        } else if (event instanceof MixEvent.Told told) {
            return ofUpload(told.progress().getUploadId(), event, job -> hear(job, told.progress()));
        } else if (event instanceof MixEvent.Mixed mixed) {
            return ofUpload(mixed.mix().getUploadId(), event, job -> write(job, mixed.mix()));
        } else if (event instanceof MixEvent.Deaf deaf) {
            giveUp(deaf.reason());
        }
        return true;
    }

    private boolean ofUpload(String uploadId, MixEvent event, Consumer<MixJob> action) {
        MixJob job = published.get(uploadId);
        if (job != null) {
            action.accept(job);
            return true;
        }
        if (!uploading.isEmpty()) {
            early.computeIfAbsent(uploadId, id -> new ArrayList<>()).add(event);
        }
        return false;
    }

    private void forgetEarly() {
        if (uploading.isEmpty()) {
            early.clear();
        }
    }

    private void hear(MixJob job, Progress progress) {
        switch (progress.getState()) {
            case RUNNING, DONE -> Stage.ofProgress(progress.getStage()).ifPresent(stage -> show(job, stage, progress));
            case REJECTED, FAILED -> {
                published.remove(progress.getUploadId());
                desk.reject(job, Optional.ofNullable(progress.getReason()).orElse("no reason was given"));
            }
        }
    }

    private static void show(MixJob job, Stage stage, Progress progress) {
        job.view().at(stage, progress.getFraction());
        if (stage == Stage.DECISION && progress.getState() == ProgressState.DONE) {
            // Mixing is the longest stage and says nothing before its end.
            job.view().at(Stage.MIX, 0);
        }
    }

    private void write(MixJob job, Mix mix) {
        job.view().at(Stage.FETCH, 0);
        boolean written = desk.write(job, mix, client);
        if (!written || job.isCompletedBy(mix)) {
            published.remove(mix.getUploadId());
            job.close();
        }
    }

    private void check(Duration silence) {
        var complaint = connection.complaint();
        if (complaint.isPresent()) {
            giveUp(complaint.get());
        } else if (silence.compareTo(patience) > 0) {
            giveUp("nothing was heard of it for " + patience.toMinutes() + " minutes; are the services running at "
                    + connection.bootstrap() + "?");
        }
    }

    private void giveUp(String reason) {
        List<MixJob> left = new ArrayList<>(published.values());
        left.addAll(uploading);
        left.addAll(waiting);
        published.clear();
        uploading.clear();
        waiting.clear();
        left.forEach(job -> desk.reject(job, reason));
    }

    /** Brings what the client hears into the queue. */
    private final class Ear implements TrackListener {
        @Override
        public void onMix(Mix mix) {
            events.add(new MixEvent.Mixed(mix));
        }

        @Override
        public void onProgress(Progress progress) {
            events.add(new MixEvent.Told(progress));
        }

        @Override
        public void onFailure(KafkaException failure) {
            events.add(new MixEvent.Deaf("the connection to the broker failed: " + failure.getMessage()));
        }
    }
}
