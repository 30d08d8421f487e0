/**
 * Gains that make two sounds equally loud: the louder one is turned down to the other, so nothing can clip.
 *
 * @param lufs of each side {a, b}; null for silence
 * @return linear gains {a, b}
 */
export function matched(lufs) {
  if (!Number.isFinite(lufs.a) || !Number.isFinite(lufs.b)) return { a: 1, b: 1 };
  const quieter = Math.min(lufs.a, lufs.b);
  return { a: 10 ** ((quieter - lufs.a) / 20), b: 10 ** ((quieter - lufs.b) / 20) };
}
