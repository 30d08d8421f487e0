/**
 * Replays: stages work again on what lies in their topics. A whole topic is replayed by moving consumer groups back, while
 * their members run; single tracks by writing their records again.
 */
package org.tonmeister.operations.replay;
