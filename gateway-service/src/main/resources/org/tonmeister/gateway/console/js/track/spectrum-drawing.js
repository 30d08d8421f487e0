import { CENTRES } from '../audio/third-octaves.js';
import { colour } from '../ui/theme.js';

const LOWEST_HZ = 22;
const HIGHEST_HZ = 22_000;
const SPAN_DB = 54;
const GRID_DB = 12;
const LEFT = 38;
const BOTTOM = 24;
const TOP = 8;
const FREQUENCIES = [
  [50, '50'], [100, '100'], [200, '200'], [500, '500'], [1000, '1 k'], [2000, '2 k'], [5000, '5 k'], [10_000, '10 k'], [20_000, '20 k'],
];

/** Draws both curves on the canvas, at its size on the page and the screen's resolution. */
export function drawSpectra(canvas, curves) {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!width || !height) return;
  const pixels = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * pixels);
  canvas.height = Math.round(height * pixels);
  const pen = canvas.getContext('2d');
  pen.scale(pixels, pixels);
  pen.font = '12px system-ui, sans-serif';
  const levels = curves ? [...curves.original, ...curves.mix].filter(Number.isFinite) : [0];
  const top = levels.length ? Math.ceil(Math.max(...levels) / 6) * 6 : 0;
  const x = hertz => LEFT + (width - LEFT - 8) * Math.log(hertz / LOWEST_HZ) / Math.log(HIGHEST_HZ / LOWEST_HZ);
  const y = level => TOP + (height - TOP - BOTTOM) * (top - level) / SPAN_DB;

  grid(pen, { x, y, top, width, height, numbers: Boolean(curves) });
  if (!curves) return;
  pen.save();
  pen.beginPath();
  pen.rect(LEFT, 0, width - LEFT, height - BOTTOM);
  pen.clip();
  curve(pen, curves.original, x, y, colour('original'), [6, 4]);
  curve(pen, curves.mix, x, y, colour('mix'), []);
  pen.restore();
}

function grid(pen, { x, y, top, width, height, numbers }) {
  pen.strokeStyle = colour('line');
  pen.fillStyle = colour('soft');
  pen.lineWidth = 1;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  // On a narrow page every other number is left out, so that none touches the next.
  const narrow = width < 480;
  FREQUENCIES.forEach(([hertz, text], index) => {
    line(pen, x(hertz), TOP, x(hertz), height - BOTTOM);
    if (!narrow || index % 2 === 1) pen.fillText(text, x(hertz), height - 7);
  });
  pen.textAlign = 'left';
  pen.fillText('Hz', 8, height - 7);
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  for (let level = top; level > top - SPAN_DB; level -= GRID_DB) {
    line(pen, LEFT, y(level), width - 8, y(level));
    if (numbers) pen.fillText(String(level).replace('-', '−'), LEFT - 6, Math.max(TOP + 2, y(level)));
  }
}

function line(pen, x1, y1, x2, y2) {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** A smooth line through the bands: halfway points joined by quadratic curves, so that it never overshoots. */
function curve(pen, levels, x, y, stroke, dashes) {
  const points = levels.map((level, i) => [x(CENTRES[i]), y(level)]).filter(([, at]) => Number.isFinite(at));
  if (!points.length) return;
  pen.beginPath();
  pen.moveTo(...points[0]);
  for (let i = 1; i < points.length - 1; i += 1) {
    const [px, py] = points[i];
    const [nx, ny] = points[i + 1];
    pen.quadraticCurveTo(px, py, (px + nx) / 2, (py + ny) / 2);
  }
  pen.lineTo(...points.at(-1));
  pen.strokeStyle = stroke;
  pen.lineWidth = 2.2;
  pen.lineJoin = 'round';
  pen.setLineDash(dashes);
  pen.stroke();
  pen.setLineDash([]);
}
