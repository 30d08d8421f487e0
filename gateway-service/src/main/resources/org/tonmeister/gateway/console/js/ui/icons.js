import { svg } from './dom.js';

const PATHS = {
  play: 'M3 1.500v13l11-6.500z',
  pause: 'M3 1.500h3.500v13H3zM9.500 1.500H13v13H9.500z',
  trash: 'M6 1h4l1 1.500h3V4H2V2.500h3zM3 5h10l-.7 10H3.700zm3 2v6h1V7zm3 0v6h1V7z',
  undo: 'M7 2v3c4 0 7 2.200 7 8-1.200-2.800-3.200-4-7-4v3L1.500 7z',
  save: 'M7 1h2v7l2.500-2.500L13 7l-5 5-5-5 1.500-1.500L7 8zM2 13.500h12V15H2z',
  back: 'M9.500 2 11 3.500 6.500 8l4.500 4.500L9.500 14l-6-6z',
};

/** A small picture that says nothing to screen readers; its button has the words. */
export function icon(name) {
  return svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: PATHS[name] }));
}
