/** From trained networks to those that the services run. {@link org.tonmeister.training.release.ReleaseCommand} does it. */
package org.tonmeister.training.release;
