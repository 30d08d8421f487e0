/** The comparison as one page of HTML, which needs nothing else but the audio files beside it. */
package org.tonmeister.training.compare.page;
