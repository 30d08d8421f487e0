package org.tonmeister.standalone.command;

import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.Progress;

/** What happens while tracks are mixed, as one queue for one thread. */
sealed interface MixEvent {
    /** Part of a file is with the broker. */
    record Sent(MixJob job, double fraction) implements MixEvent {}

    /** A whole file is with the broker. */
    record Published(MixJob job, String uploadId) implements MixEvent {}

    /** A file could not be read or sent. */
    record NotPublished(MixJob job, String reason) implements MixEvent {}

    /** A service tells of some track, ours or not. */
    record Told(Progress progress) implements MixEvent {}

    /** A mix of some track, ours or not. */
    record Mixed(Mix mix) implements MixEvent {}

    /** Nothing more will be heard. */
    record Deaf(String reason) implements MixEvent {}
}
