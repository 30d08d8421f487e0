/**
 * What the topics say of the tracks, kept up to date by a Kafka Streams application. Each gateway has the state of every
 * track, so any of them can answer for any track, also right after another one took the upload.
 *
 * <p><b>Deletion.</b> A record without a value on {@code uploads}, under the track's key, deletes the track: all uploads
 * that lie before it. Ingest hands that on to the ensemble, which forgets the accounts, so that there are no more remixes
 * and what is still under way comes to no mix; the view takes the track out of {@code tracks} and passes over whatever is
 * still said of it. A later upload under the same key is a new track. What is <em>not</em> gone: the bytes. A log cannot
 * take back single records. The file, the PCM, features, predictions, mixes and dead letters stay in their topics until
 * their retention ends (30 days for files and mixes, 90 for dead letters, unless set otherwise), and whoever may read the
 * topics can read them until then. Earlier states in {@code tracks} go with the next compaction. An upload that a producer
 * put into another partition than that of its key is deleted only if the view and the ensemble have heard of it by then.
 */
package org.tonmeister.gateway.view;
