import type { Place } from './selection.svelte';

/**
 * A command: something a key, the palette or a menu does. It is called `menu.NAME` in the catalogue of words.
 * `keys` are its chords, the one that is shown first; what is done there is up to whoever provides it.
 */
export type Command = {
  name: string;
  /** Where it works. A command of a place is not there in another one until the window goes to it. */
  place: Place | 'window';
  keys: string[];
};

const at =
  (place: Command['place']) =>
  (name: string, ...keys: string[]): Command => ({ name, place, keys });
const everywhere = at('window');
const reading = at('read');
const comparing = at('compare');
const tabled = at('claims');

/** Every command there is, in the order in which they are listed. */
export const CATALOGUE: Command[] = [
  everywhere('read', 'mod+1'),
  everywhere('compare', 'mod+2'),
  everywhere('claims', 'mod+3'),
  everywhere('register', 'mod+4'),
  everywhere('history', 'mod+5'),
  everywhere('palette', 'mod+k'),
  everywhere('keyHelp', 'f1', '?'),
  everywhere('importArticles', 'mod+i'),
  everywhere('draftAll'),
  everywhere('exportTable', 'mod+e'),
  everywhere('undo', 'mod+z'),
  everywhere('redo', 'mod+shift+z', 'mod+y'),
  everywhere('back', 'alt+left'),
  everywhere('settings', 'mod+,'),
  everywhere('print', 'mod+p'),
  everywhere('zoomIn', 'mod+shift+='),
  everywhere('zoomOut', 'mod+shift+-'),
  everywhere('zoomReset', 'mod+shift+0'),
  everywhere('newProject', 'mod+n'),
  everywhere('openProject', 'mod+o'),
  everywhere('newWindow', 'mod+shift+n'),
  everywhere('firstSteps'),
  everywhere('restartSample'),
  everywhere('about'),

  reading('nextSentence', 'j'),
  reading('previousSentence', 'k'),
  reading('nextNumber', 'n'),
  reading('previousNumber', 'shift+n'),
  reading('nextStatement', 'i'),
  reading('previousStatement', 'shift+i'),
  reading('growWord', 'shift+right'),
  reading('shrinkWord', 'shift+left'),
  reading('growSentence', 'shift+down', 'shift+j'),
  reading('shrinkSentence', 'shift+up', 'shift+k'),
  reading('find', 'mod+f'),
  reading('findNext', 'f3', 'mod+g'),
  reading('findPrevious', 'shift+f3', 'mod+shift+g'),
  reading('nextPane', 'f6'),
  reading('previousPane', 'shift+f6'),
  reading('searchArticles', 'mod+shift+f', '/'),
  reading('showArticles', 'u'),
  reading('orderArticles', 'o'),
  reading('textLarger', 'mod+='),
  reading('textSmaller', 'mod+-'),
  reading('textUsual', 'mod+0'),
  reading('draftArticle', 'r'),
  reading('record', 's'),
  reading('recordSplit', 'f'),
  reading('edit', 'e'),
  reading('accept', 'a'),
  reading('acceptAll', 'shift+a'),
  reading('dismiss', 'x'),
  reading('explain', 'y'),
  reading('setSource', 'w'),
  reading('setSpeaker', 'h'),
  reading('setEvent', 'v'),
  reading('setQualifier', 'q'),
  reading('setMeasure', 'm'),
  reading('setGroup', 'g'),
  reading('setPlace', 'p'),
  reading('setAsOf', 'd'),
  reading('setCounting', 'c'),
  reading('setBasis', 'b'),
  reading('joinTotal', 't'),
  reading('remove', 'delete'),
  reading('statementHistory', 'shift+h'),

  comparing('nextFinding', 'n', 'f'),
  comparing('previousFinding', 'shift+n', 'shift+f'),
  comparing('rowQuotes', 'space'),
  comparing('timeline', 't'),
  comparing('cite', 'y'),
  comparing('boardLayout', 'g'),
  comparing('saveBoard', 'mod+shift+e'),
  comparing('copyBoard'),
  comparing('saveTimelineSvg'),
  comparing('saveTimelinePng'),
  comparing('saveTimelineCsv'),
  comparing('copyTimelineSvg'),
  comparing('copyTimelinePng'),
  comparing('copyTimelineCsv'),
  tabled('filterColumn', '/'),
  tabled('sortColumn', 'o'),
  tabled('clearFilters'),
  tabled('chooseRow', 'space'),
  tabled('chooseAllRows', 'mod+a'),
  tabled('editRows', 'e'),
  tabled('chooseColumns', 'c'),
  tabled('widenColumn', 'shift+right'),
  tabled('narrowColumn', 'shift+left'),
  tabled('moveColumnRight', 'mod+shift+right'),
  tabled('moveColumnLeft', 'mod+shift+left'),
];

/** Whether a chord is a single character, which only a window that is not written in may take for a key (WCAG 2.1.4). */
export function isLetter(chord: string): boolean {
  const key = chord.replace(/^shift\+/, '');
  return [...key].length === 1;
}

/** Whether anyone may choose another key for a command: those that are single characters. */
export function isOwnKey(command: Command): boolean {
  return command.keys.some(isLetter);
}
