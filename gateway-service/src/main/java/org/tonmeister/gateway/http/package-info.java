/** Requests and answers: who answers what, limits, threads for what blocks. */
package org.tonmeister.gateway.http;
