/**
 * What the topics say of the tracks, kept up to date by a Kafka Streams application. Each gateway has the state of every
 * track, so any of them can answer for any track, also right after another one took the upload.
 */
package org.tonmeister.gateway.view;
