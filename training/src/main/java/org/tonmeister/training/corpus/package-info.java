/**
 * Free music for training: which tracks there are ({@link org.tonmeister.training.corpus.CorpusManifest}), where they lie
 * on this machine ({@link org.tonmeister.training.corpus.CorpusCache}), and how they get there.
 */
package org.tonmeister.training.corpus;
