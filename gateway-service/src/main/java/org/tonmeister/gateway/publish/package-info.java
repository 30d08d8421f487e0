/** What the gateway writes to the topics. */
package org.tonmeister.gateway.publish;
