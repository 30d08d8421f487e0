/** Errors, as HTTP tells them. */
package org.tonmeister.gateway.problem;
