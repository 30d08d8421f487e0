import WaveSurfer from '../../vendor/wavesurfer-8.0.1.esm.js';
import { colour } from '../ui/theme.js';
import { withoutInlineStyle } from './shadow-style.js';

const HEIGHT = 76;

/**
 * A waveform that shows a place and can be clicked. For eyes and pointers only: the position slider beside it does the same
 * for keyboards and screen readers.
 *
 * @param token the colour of what was played already; with `-wave`, of what was not
 * @param onSeek gets seconds
 */
export function waveform(container, token, onSeek) {
  let surfer = null;
  let place = 0;

  function colours() {
    return { waveColor: colour(`${token}-wave`), progressColor: colour(token), cursorColor: colour('ink') };
  }

  function restyle() {
    surfer?.setOptions(colours());
  }

  document.addEventListener('themechange', restyle);
  return {
    draw: (peaks, duration) => {
      surfer?.destroy();
      surfer = withoutInlineStyle(() => WaveSurfer.create({
        container, peaks, duration, height: HEIGHT, maxPeak: 1, cursorWidth: 1, barWidth: 2, barGap: 1, barRadius: 1,
        interact: true, dragToSeek: true, hideScrollbar: true, ...colours(),
      }));
      surfer.on('ready', () => surfer?.setTime(place));
      surfer.on('interaction', onSeek);
    },
    show: seconds => {
      place = seconds;
      surfer?.setTime(seconds);
    },
    clear: () => { surfer?.destroy(); surfer = null; },
    close: () => {
      document.removeEventListener('themechange', restyle);
      surfer?.destroy();
      surfer = null;
    },
  };
}
