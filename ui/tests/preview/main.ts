/**
 * The window on the core in memory, to be looked at in any browser: `npx vite`, then /tests/preview/. With `board=sample`
 * (or `large`, `crowd`, `one`, `undated`) it opens on that conflict board; `rows` and `articles` say how long the claim table and
 * the list of articles are.
 */
import { mount } from 'svelte';
import App from '../../src/App.svelte';
import { setTransport, type Params, type Settings } from '../../src/ipc';
import '../../src/styles/index.css';
import { selection } from '../../src/stores/selection.svelte';
import { claimTable } from '../fake/claims';
import { fake, type Begin } from '../fake/project';
import { boards, sampleBoard } from '../fake/sample';
import { crowd } from '../fake/shelf';

const asked = new URLSearchParams(location.search);
const core = fake((asked.get('begin') ?? 'samples') as Begin);
core.settings.language = (asked.get('language') ?? 'en') as Settings['language'];
core.settings.theme = (asked.get('theme') ?? 'light') as Settings['theme'];
core.settings.contrast = (asked.get('contrast') ?? 'normal') as Settings['contrast'];
core.readOnly = asked.has('read-only');
const shown = boards[asked.get('board') ?? ''];
const call = core.call.bind(core);
if (shown) core.call = async (name, params) => (name === 'compare' ? shown() : call(name, params));
core.sample = asked.has('sample');
if (core.sample) core.board = sampleBoard();
const rows = Number(asked.get('rows') ?? 0);
if (rows > 0) {
  const before = core.call;
  const table = claimTable(rows);
  core.call = (name, params) =>
    name === 'claims' ? Promise.resolve(table(params as Params<'claims'>)) : before(name, params);
}
const articles = Number(asked.get('articles') ?? 0);
if (articles > 0) {
  const before = core.call;
  const list = crowd(articles);
  core.call = (name, params) =>
    name === 'articles' ? Promise.resolve(list(params as Params<'articles'>)) : before(name, params);
}
setTransport(core);
Object.assign(window, { core });

const target = document.getElementById('app');
if (target) mount(App, { target });
// The window goes to Read when a project opens: a moment later.
if (shown) setTimeout(() => selection.go('compare'), 500);
