package org.tonmeister.predict.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tonmeister.schemas.record.UploadAccount;

/** The accounts of the uploads, and which upload of a track is the latest. */
final class UploadStore {
    /** Account by track and upload. */
    static final String ACCOUNTS = "uploads";
    /** Upload id by track. */
    static final String LATEST = "latest-uploads";

    private final KeyValueStore<String, UploadAccount> accounts;
    private final KeyValueStore<String, String> latest;
    private String sweptUpTo;

    UploadStore(ProcessingContext context) {
        this.accounts = context.getStateStore(ACCOUNTS);
        this.latest = context.getStateStore(LATEST);
    }

    /** An upload id holds no bar, so that no two uploads share a key whatever a track is called. */
    static String key(String trackId, String uploadId) {
        return trackId + "|" + uploadId;
    }

    static String key(UploadAccount account) {
        return key(account.getTrackId(), account.getUploadId());
    }

    Optional<UploadAccount> find(String key) {
        return Optional.ofNullable(accounts.get(key));
    }

    Optional<UploadAccount> find(String trackId, String uploadId) {
        return find(key(trackId, uploadId));
    }

    Optional<String> latest(String trackId) {
        return Optional.ofNullable(latest.get(trackId));
    }

    void save(UploadAccount account) {
        accounts.put(key(account), account);
    }

    /** Notes that there is such an upload; a replay of an older one does not take the place of a newer one. */
    void seen(String trackId, String uploadId) {
        String known = latest.get(trackId);
        if (!uploadId.equals(known) && (known == null || UploadOrder.isLater(uploadId, known))) {
            latest.put(trackId, uploadId);
        }
    }

    /** The accounts of one track. */
    List<UploadAccount> ofTrack(String trackId) {
        var found = new ArrayList<UploadAccount>();
        try (var some = accounts.prefixScan(key(trackId, ""), new StringSerializer())) {
            // A track's id may itself hold a bar.
            some.forEachRemaining(entry -> {
                if (entry.value.getTrackId().equals(trackId)) {
                    found.add(entry.value);
                }
            });
        }
        return found;
    }

    /** Shows every account; for the beginning, not for every day. */
    void each(Consumer<UploadAccount> visitor) {
        try (var all = accounts.all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.value));
        }
    }

    /**
     * Looks at the next {@code limit} accounts, after the last of them at the first again, and forgets those that are
     * {@code old}: in portions, because a transaction must not last long.
     *
     * @return the keys of what was forgotten
     */
    List<String> sweep(int limit, Predicate<UploadAccount> old) {
        var forgotten = new ArrayList<UploadAccount>();
        String next = null;
        int visited = 0;
        try (var rest = accounts.range(sweptUpTo, null)) {
            while (rest.hasNext() && next == null) {
                var entry = rest.next();
                if (visited++ == limit) {
                    next = entry.key;
                } else if (old.test(entry.value)) {
                    forgotten.add(entry.value);
                }
            }
        }
        sweptUpTo = next;
        forgotten.forEach(this::forget);
        return forgotten.stream().map(UploadStore::key).toList();
    }

    /** Forgets an account. */
    void forget(UploadAccount account) {
        accounts.delete(key(account));
        if (account.getUploadId().equals(latest.get(account.getTrackId()))) {
            latest.delete(account.getTrackId());
        }
    }
}
