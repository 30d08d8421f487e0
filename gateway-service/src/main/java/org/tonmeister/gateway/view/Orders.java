package org.tonmeister.gateway.view;

import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.TrackOrder;

/** The order whose parameters are shown for a track. */
final class Orders {
    private static final String ENSEMBLE = "ensemble";

    private Orders() {}

    static TrackOrder of(MixOrder order, long at) {
        return new TrackOrder(
                order.getUploadId(),
                order.getOrderId(),
                order.getRequestId(),
                order.getVariant(),
                order.getRevision(),
                order.getParameters(),
                order.getModels(),
                order.getMissingModels(),
                order.getOptions(),
                order.getSource(),
                (double) order.getFrames() / order.getSampleRate(),
                at);
    }

    /**
     * Which of two is shown: the one of the newer upload, then one of all models together rather than of a single one,
     * then the later one.
     *
     * @param isOlderUpload whether the candidate's upload was superseded by the shown one's
     */
    static TrackOrder shown(TrackOrder shown, TrackOrder candidate, boolean isOlderUpload) {
        if (shown == null) {
            return candidate;
        }
        if (!shown.getUploadId().equals(candidate.getUploadId())) {
            return isOlderUpload ? shown : candidate;
        }
        boolean better =
                candidate.getVariant().equals(ENSEMBLE) || !shown.getVariant().equals(ENSEMBLE);
        return better ? candidate : shown;
    }
}
