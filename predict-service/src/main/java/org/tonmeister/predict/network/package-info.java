/** The models that have learnt: networks of the neural module, with what turns their answers into estimates. */
package org.tonmeister.predict.network;
