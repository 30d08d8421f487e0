package org.tonmeister.operations.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** Replays, planned, done and watched. Not thread-safe; every call blocks. */
public final class Replays implements AutoCloseable {
    private final PipelineSettings settings;
    private final Admin admin;
    private final GroupAdmin groups;
    private final LogScan log;

    /** @param settings how to reach Kafka, and the groups' prefix */
    public Replays(PipelineSettings settings) {
        this.settings = settings;
        this.admin = Admin.create(settings.admin());
        this.groups = new GroupAdmin(settings, admin);
        this.log = new LogScan(settings);
    }

    /**
     * What a replay of a whole topic would do.
     *
     * @param model of {@link ReplaySource#FEATURES}: this model alone; empty: all that work
     * @param since what was written from then on; empty: all that is kept
     * @throws ReplayRefusedException if it cannot be done
     */
    public ReplayPlan plan(ReplaySource source, Optional<String> model, Optional<Instant> since)
            throws ReplayRefusedException {
        return new ReplayPlanner(settings, groups, log, InstantSource.system()).plan(source, model, since);
    }

    /**
     * Moves the groups, also while services run.
     *
     * @return tells how far they are
     * @throws ReplayRefusedException if a group cannot be moved; those before it in the plan are moved then
     */
    public RunningReplay begin(ReplayPlan plan) throws ReplayRefusedException {
        var counter = new MixCounter(settings, admin);
        try {
            counter.only(counted(plan));
            for (GroupMove move : plan.moves()) {
                groups.move(move, plan.epoch());
            }
            return new RunningReplay(cascade(plan.source(), first(plan), plan.ends()), counter);
        } catch (ReplayRefusedException | RuntimeException e) {
            counter.close();
            throw e;
        }
    }

    /**
     * What a replay of one track would do.
     *
     * @param model of {@link ReplaySource#FEATURES}: this model alone
     * @throws ReplayRefusedException if it cannot be done
     */
    public TrackReplay plan(ReplaySource source, Optional<String> model, String trackId) throws ReplayRefusedException {
        return new TrackReplayPlanner(settings, groups, log).plan(source, model, trackId);
    }

    /**
     * Writes the tracks' records again.
     *
     * @throws ReplayRefusedException if what was planned is not there any more
     */
    public RunningReplay begin(List<TrackReplay> tracks) throws ReplayRefusedException {
        var counter = new MixCounter(settings, admin);
        try {
            var uploads = new ArrayList<String>();
            var ends = new HashMap<TopicPartition, Long>();
            try (var writer = new TrackRewriter(settings, log)) {
                for (TrackReplay track : tracks) {
                    uploads.add(writer.write(track, ends));
                }
            }
            counter.only(uploads::contains);
            return new RunningReplay(cascade(tracks.get(0).source(), firstOf(tracks.get(0)), ends), counter);
        } catch (ReplayRefusedException | RuntimeException e) {
            counter.close();
            throw e;
        }
    }

    @Override
    public void close() {
        log.close();
        admin.close();
    }

    private static List<String> first(ReplayPlan plan) {
        return plan.moves().stream().map(GroupMove::service).distinct().toList();
    }

    private List<String> firstOf(TrackReplay track) {
        return track.source() == ReplaySource.FEATURES
                ? track.model().map(model -> List.of("predict-" + model)).orElseGet(this::models)
                : List.of(ReplayPlanner.service(track.source()));
    }

    private StageCascade cascade(ReplaySource source, List<String> first, Map<TopicPartition, Long> targets) {
        var levels = new ArrayList<List<String>>();
        levels.add(first);
        levels.addAll(behind(source));
        // By their places: members that were taken out of a group may not be back yet.
        levels.removeIf(List::isEmpty);
        return new StageCascade(settings, admin, groups, levels, targets);
    }

    /** The stages behind the one that reads the source. */
    private List<List<String>> behind(ReplaySource source) {
        List<String> features = List.of("features");
        List<String> ensemble = List.of("ensemble");
        List<String> mix = List.of("mix");
        return switch (source) {
            case UPLOADS -> List.of(features, models(), ensemble, mix);
            case AUDIO -> List.of(models(), ensemble, mix);
            case FEATURES -> List.of(ensemble, mix);
            case PREDICTIONS -> List.of(mix);
            case ORDERS -> List.of();
        };
    }

    /** Those at work, or, where none is, all that were. */
    private List<String> models() {
        var models = groups.all().values().stream()
                .filter(group -> group.service().startsWith("predict-"))
                .toList();
        boolean someWork = models.stream().anyMatch(group -> group.members() > 0);
        return models.stream()
                .filter(group -> !someWork || group.members() > 0)
                .map(ConsumerGroup::service)
                .sorted()
                .toList();
    }

    private static Predicate<String> counted(ReplayPlan plan) {
        if (plan.source() != ReplaySource.UPLOADS) {
            return upload -> plan.uploads().isEmpty() || plan.uploads().contains(upload);
        }
        var files = plan.moves().get(0).partitions();
        return upload -> files.stream()
                .anyMatch(move -> upload.startsWith(move.partition() + "-")
                        && offset(upload) >= move.to()
                        && offset(upload) < move.end());
    }

    private static long offset(String upload) {
        String digits = upload.substring(upload.indexOf('-') + 1);
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}
