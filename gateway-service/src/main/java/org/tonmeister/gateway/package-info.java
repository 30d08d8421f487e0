/** The web gateway: speaks HTTP to people and programs, and topics to the pipeline. */
package org.tonmeister.gateway;
