/** Broker and services together in one process. */
package org.tonmeister.standalone.services;
