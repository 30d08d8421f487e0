import { peaks } from './peaks.js';
import { thirdOctaves } from './third-octaves.js';

const PIECES = 1200;

addEventListener('message', ({ data: { ticket, channels, sampleRate } }) => {
  postMessage({
    ticket,
    peaks: channels.map(channel => peaks(channel, PIECES)),
    bands: thirdOctaves(channels, sampleRate),
  });
});
