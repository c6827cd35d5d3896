/**
 * Keys that nobody can change because they belong to what is on the screen rather than to a command: they move, choose,
 * keep and close. What one does is called `fixedKey.NAME`.
 */
export type FixedKey = { name: string; place: string; keys: string[] };

const at =
  (place: string) =>
  (name: string, ...keys: string[]): FixedKey => ({ name, place, keys });
const everywhere = at('window');
const reading = at('read');
const card = at('card');
const comparing = at('compare');
const claims = at('claims');

export const FIXED: FixedKey[] = [
  everywhere('move', 'up', 'down'),
  everywhere('choose', 'enter'),
  everywhere('keep', 'mod+enter'),
  everywhere('close', 'escape'),
  everywhere('field', 'tab', 'shift+tab'),
  everywhere('paste', 'mod+v'),
  everywhere('messages', 'alt+t'),

  reading('cards', 'up', 'down'),
  reading('leave', 'escape'),

  card('number', 'left', 'right'),
  card('pick', 'enter', 'space'),
  card('split', 'f'),
  card('adjustEnd', 'shift+left', 'shift+right'),
  card('adjustStart', 'alt+left', 'alt+right'),
  card('dropFigure', 'delete'),
  card('link', 'alt+up', 'alt+down'),
  card('assumed', 'alt+backspace'),
  card('keepCard', 'mod+enter'),
  card('dropCard', 'escape'),

  comparing('rows', 'up', 'down', 'left', 'right'),
  comparing('article', 'enter'),
  comparing('board', 'escape'),

  claims('cells', 'up', 'down', 'left', 'right'),
  claims('range', 'shift+up', 'shift+down'),
  claims('article', 'enter'),
  claims('clearFilter', 'escape'),
];
