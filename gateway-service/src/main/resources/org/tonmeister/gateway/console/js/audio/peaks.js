/** The greatest distance from zero in each of so many equal pieces, for drawing. */
export function peaks(samples, pieces) {
  const found = new Float32Array(pieces);
  for (let piece = 0; piece < pieces; piece += 1) {
    const end = Math.floor((piece + 1) * samples.length / pieces);
    let greatest = 0;
    for (let i = Math.floor(piece * samples.length / pieces); i < end; i += 1) {
      const distance = Math.abs(samples[i]);
      if (distance > greatest) greatest = distance;
    }
    found[piece] = greatest;
  }
  return found;
}
