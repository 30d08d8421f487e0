/** Sound files as the command line measures and renders them: without Kafka, and in bounded memory. */
package org.tonmeister.standalone.sound;
