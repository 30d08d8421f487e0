import { svg } from './dom.js';

const SHAPES = [
  () => svg('circle', { r: 4 }),
  () => svg('path', { d: 'M-3.700-3.700h7.400v7.400h-7.400z' }),
  () => svg('path', { d: 'M0-4.800 4.600 3.500h-9.200z' }),
  () => svg('path', { d: 'M0-5.200 5.200 0 0 5.200-5.200 0z' }),
  () => svg('path', { d: 'M0 4.800 4.600-3.500h-9.200z' }),
  () => svg('path', { d: 'M-1.700-5h3.400v3.300H5v3.400H1.700V5h-3.400V1.700H-5v-3.400h3.300z' }),
];

/** A voice's sign: one shape and one colour for each model, in the order of their names. */
export function mark(index) {
  return svg('svg', { class: `mark voice${index % SHAPES.length}`, viewBox: '-6 -6 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
    SHAPES[index % SHAPES.length]());
}

/** The ensemble's sign: the cap of a fader. */
export function ensembleMark() {
  return svg('svg', { class: 'mark mix', viewBox: '-6 -6 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
    svg('rect', { x: -6, y: -3.5, width: 12, height: 7, rx: 2 }));
}
