// Numbers and times as people read them.
const MINUS = '−';
const NONE = '–';

/** A number with so many digits after the point and a true minus; a dash where there is none. */
export function plain(value, digits = 1) {
  if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
  const text = value.toFixed(digits);
  return (/[1-9]/.test(text) ? text : text.replace('-', '')).replace('-', MINUS);
}

/** The same with a plus before what is above zero. */
export function signed(value, digits = 1) {
  const text = plain(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

export function percent(share) {
  return `${Math.round(share * 100)} %`;
}

/** 4:09, or 3:04:09. */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const two = number => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export function bytes(number) {
  if (!Number.isFinite(number)) return NONE;
  if (number < 1024) return `${number} bytes`;
  if (number < 1024 * 1024) return `${plain(number / 1024, 0)} KiB`;
  if (number < 1024 ** 3) return `${plain(number / 1024 / 1024, 1)} MiB`;
  return `${plain(number / 1024 ** 3, 2)} GiB`;
}

export function count(number) {
  return Number.isFinite(number) ? number.toLocaleString('en-GB') : NONE;
}

/** A moment, short: the time today, else the day as well. */
export function moment(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return NONE;
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (at.toDateString() === new Date().toDateString()) return time;
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}, ${time}`;
}

/** A name within a sentence: its direction of writing stays its own (Unicode's first strong isolate). */
export function named(name) {
  return `\u2068${name}\u2069`;
}

/** A reason as a sentence begins. */
export function sentence(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : text;
}
