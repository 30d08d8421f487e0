/**
 * The ensemble: a Kafka Streams application that adds up the models' predictions for each upload and gives a mix order
 * when all enabled models have answered. {@link org.tonmeister.predict.ensemble.UploadLedger} holds the rules and knows
 * no Kafka; {@link org.tonmeister.predict.ensemble.EnsembleTopology} wires them to topics and stores.
 *
 * <p>To replay the ensemble itself, set back the offsets of its group; each upload that is seen again whole gives one
 * order of the next revision. To begin without any memory use Kafka's application reset tool and
 * {@code KafkaStreams#cleanUp}.
 */
package org.tonmeister.predict.ensemble;
