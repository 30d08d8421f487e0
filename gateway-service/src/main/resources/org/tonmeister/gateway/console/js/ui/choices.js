/** Formats of a mix: the API's name and one for people. */
export const FORMATS = [
  ['flac', 'FLAC'],
  ['wav16', 'WAV, 16 bit'],
  ['wav24', 'WAV, 24 bit'],
  ['wav32f', 'WAV, 32 bit float'],
  ['mp3', 'MP3'],
  ['m4a', 'M4A (AAC)'],
  ['opus', 'Opus'],
];

/** Loudness: the API's name, one for people. */
export const LOUDNESS = [
  ['none', 'The models decide'],
  ['streaming', 'Streaming, −14 LUFS'],
  ['apple', 'Apple, −16 LUFS'],
  ['broadcast', 'Broadcast, −23 LUFS'],
  ['club', 'Club, −9 LUFS'],
];

const MODEL_NAMES = {
  ensemble: 'Ensemble',
  analyser: 'Analyser',
  'baseline-cnn': 'Baseline CNN',
  'enhanced-cnn': 'Enhanced CNN',
  ast: 'Spectrogram Transformer',
};

/** Who makes the mix. A server with other models accepts their names too; its tracks show them. */
export const VARIANTS = [
  ['ensemble', 'All models together'],
  ...Object.entries(MODEL_NAMES).filter(([name]) => name !== 'ensemble'),
  ['all', 'One mix by each, to compare'],
];

export function formatName(format) {
  return FORMATS.find(([name]) => name === format)?.[1] ?? format.toUpperCase();
}

export function variantName(variant) {
  return MODEL_NAMES[variant] ?? variant;
}
