/** The embedded Kafka broker: the only place that knows Kafka's server classes. */
package org.tonmeister.standalone.broker;
