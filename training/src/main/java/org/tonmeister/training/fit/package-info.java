/** Training of the networks. {@link org.tonmeister.training.fit.FitCommand} is the command. */
package org.tonmeister.training.fit;
