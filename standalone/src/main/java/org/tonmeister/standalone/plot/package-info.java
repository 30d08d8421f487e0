/** Pictures of sounds, as PNG files. Nothing outside this package knows the plotting library. */
package org.tonmeister.standalone.plot;
