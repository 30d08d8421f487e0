/** What a track costs each service, each in a process of its own beside a broker in another. */
package org.tonmeister.benchmarks.services;
