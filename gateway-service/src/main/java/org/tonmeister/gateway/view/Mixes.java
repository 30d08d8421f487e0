package org.tonmeister.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.TrackMix;
import org.tonmeister.schemas.record.TrackUpload;

/** The mixes of a track, newest first. */
final class Mixes {
    /** As many are remembered. */
    static final int MAX_MIXES = 100;

    private Mixes() {}

    static Optional<TrackMix> find(List<TrackMix> mixes, String orderId) {
        return mixes.stream().filter(mix -> mix.getOrderId().equals(orderId)).findFirst();
    }

    /** The mix in a record; one that was made again keeps the time at which it came first. */
    static TrackMix of(Mix mix, Optional<TrackMix> before, long at) {
        return new TrackMix(
                mix.getOrderId().replace('/', '.'),
                mix.getOrderId(),
                mix.getUploadId(),
                mix.getRequestId(),
                mix.getVariant(),
                mix.getRevision(),
                Texts.shortened(mix.getFileName()),
                mix.getMediaType(),
                mix.getFormat(),
                mix.getContent(),
                mix.getReport(),
                before.map(TrackMix::getCreatedAt).orElse(at),
                at);
    }

    /** The list with this mix in its place, instead of the one of the same order. */
    static List<TrackMix> with(List<TrackMix> mixes, TrackMix mix, List<TrackUpload> uploads) {
        var all = new ArrayList<>(mixes);
        all.removeIf(other -> other.getOrderId().equals(mix.getOrderId()));
        int place = 0;
        while (place < all.size() && !isNewer(mix, all.get(place), uploads)) {
            place++;
        }
        all.add(place, mix);
        return List.copyOf(all.subList(0, Math.min(all.size(), MAX_MIXES)));
    }

    private static boolean isNewer(TrackMix mix, TrackMix other, List<TrackUpload> uploads) {
        if (!mix.getUploadId().equals(other.getUploadId())) {
            return rank(mix, uploads) < rank(other, uploads);
        }
        return mix.getVariant().equals(other.getVariant())
                ? mix.getRevision() > other.getRevision()
                : mix.getCreatedAt() >= other.getCreatedAt();
    }

    /** 0: of the newest upload. */
    private static int rank(TrackMix mix, List<TrackUpload> uploads) {
        for (int i = 0; i < uploads.size(); i++) {
            if (uploads.get(i).getUploadId().equals(mix.getUploadId())) {
                return i;
            }
        }
        return uploads.size();
    }
}
