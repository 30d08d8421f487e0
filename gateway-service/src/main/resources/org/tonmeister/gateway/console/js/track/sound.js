import { BufferPlayer } from '../audio/buffer-player.js';
import { SoundLoader } from '../audio/loader.js';
import { MediaPlayer } from '../audio/media-player.js';
import { mediaUrl } from '../audio/media-source.js';

/** Decoded sound takes 20 MB a minute; above this, a phone's browser gives up. */
const LONGEST_DECODED_S = 15 * 60;

/**
 * The two sides of the comparison, whichever player fits their length.
 *
 * @param report of a mix: its length and rate
 * @param onChange called when playing starts, stops or jumps
 * @param onFault gets the side whose sound a media element cannot play
 */
export function twoSides(report, { onChange, onFault, signal }) {
  const long = report.seconds > LONGEST_DECODED_S;
  const player = long ? new MediaPlayer(onChange, onFault) : new BufferPlayer(onChange);
  const loader = long ? null : new SoundLoader(report.sampleRate, signal);
  const wanted = { a: null, b: null };
  signal.addEventListener('abort', () => player.close(), { once: true });

  return {
    player,
    long,
    /**
     * Puts a sound on a side. Resolves to its analysis (a promise of {peaks, bands}) and length, or null where there is
     * none or another sound has been asked for since.
     */
    set: async (side, name, path) => {
      wanted[side] = name;
      if (long) {
        const url = await mediaUrl(path, signal);
        if (wanted[side] === name) player.setSource(side, url);
        return null;
      }
      const { buffer, analysis } = await loader.load(name, path);
      if (wanted[side] !== name || signal.aborted) return null;
      player.setSound(side, buffer);
      return { analysis, duration: buffer.duration };
    },
  };
}
