/** The options of a mix as users write them. */
package org.tonmeister.pipeline.options;
