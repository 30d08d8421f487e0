/** What a model is: windows in, an estimate of the ten parameters and its weight out. */
package org.tonmeister.predict.model;
