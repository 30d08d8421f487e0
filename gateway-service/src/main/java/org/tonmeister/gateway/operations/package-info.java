/** The pipeline and its dead letters. */
package org.tonmeister.gateway.operations;
