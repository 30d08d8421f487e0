import { notice } from '../ui/notices.js';
import { named } from '../ui/words.js';

/** Endings of names that browsers know no audio type for, or another one. */
const MUSIC = /\.(aiff?|aifc|alac|ape|caf|dff|dsf|flac|m4[ab]|mka|mp[23]|mpc|og[ag]|opus|rf64|tta|w64|wave?|webm|wma|wv)$/i;

/**
 * What was dropped: files as they are, whatever they are; of folders, and those in them, the music.
 *
 * @param transfer of the drop event; only read before the first answer comes
 */
export async function droppedFiles(transfer) {
  const entries = [...transfer.items]
    .filter(item => item.kind === 'file')
    .map(item => ({ entry: item.webkitGetAsEntry?.(), file: item.getAsFile() }));
  const found = await Promise.all(entries.map(({ entry, file }) => (entry?.isDirectory ? musicIn(entry) : [file])));
  return found.flat();
}

async function musicIn(folder) {
  try {
    const files = await filesBelow(folder);
    const music = files.filter(file => file.type.startsWith('audio/') || MUSIC.test(file.name));
    const others = files.length - music.length;
    if (!music.length) notice(`There is no music in the folder ${named(folder.name)}.`);
    else if (others) notice(`Left out of the folder ${named(folder.name)}: ${others} ${others === 1 ? 'file that is' : 'files that are'} not music.`);
    return music;
  } catch (fault) {
    notice(`The folder ${named(folder.name)} cannot be read: ${fault.message}`);
    return [];
  }
}

/** All files of a folder and the folders in it, by name. */
async function filesBelow(folder) {
  const entries = (await entriesOf(folder)).filter(entry => !entry.name.startsWith('.'));
  entries.sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
  const files = await Promise.all(entries.map(entry => (entry.isDirectory
    ? filesBelow(entry)
    : new Promise((resolve, reject) => { entry.file(resolve, reject); }))));
  return files.flat();
}

async function entriesOf(folder) {
  const reader = folder.createReader();
  const entries = [];
  for (;;) {
    // A reader gives some at a time, and none at the end.
    const some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (!some.length) return entries;
    entries.push(...some);
  }
}
