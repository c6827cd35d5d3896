import { afterEach, expect, it } from 'vitest';
import { keepFocus, lendsFocus } from '../src/components/focus';

const later = () => new Promise((done) => setTimeout(done, 20));

function page(html: string): { root: HTMLElement; end: () => void } {
  document.body.innerHTML = `<main>${html}</main>`;
  const root = document.querySelector('main')!;
  return { root, end: keepFocus(root) };
}

afterEach(() => (document.body.innerHTML = ''));

it('gives the focus to what is left around a row that is gone', async () => {
  const { root, end } = page(
    '<section><button id="a">a</button><ul><li id="one" tabindex="0">1</li><li id="two" tabindex="-1">2</li></ul></section>',
  );
  root.querySelector<HTMLElement>('#two')!.focus();
  root.querySelector('#two')!.remove();
  await later();
  expect(document.activeElement?.id).toBe('one');
  root.querySelector('ul')!.remove();
  await later();
  expect(document.activeElement?.id).toBe('a');
  root.replaceChildren();
  await later();
  expect(document.activeElement).toBe(document.body);
  end();
});

it('leaves it where a view put it, and where somebody clicked', async () => {
  const { root, end } = page('<button id="a">a</button><button id="b">b</button><button id="c">c</button>');
  root.querySelector<HTMLElement>('#b')!.focus();
  root.querySelector('#b')!.remove();
  root.querySelector<HTMLElement>('#c')!.focus();
  await later();
  expect(document.activeElement?.id).toBe('c');
  root.querySelector<HTMLElement>('#c')!.blur();
  root.querySelector('#a')!.remove();
  await later();
  expect(document.activeElement).toBe(document.body);
  end();
});

it('lends it to messages and has it back by Escape, and when the message is gone', async () => {
  document.body.innerHTML = '<button id="a">a</button><ol><li id="one" tabindex="0">1</li></ol>';
  const [button, messages] = [document.querySelector('button')!, document.querySelector('ol')!];
  const end = lendsFocus(messages);
  const message = messages.querySelector('li')!;
  button.focus();
  message.focus();
  message.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(document.activeElement).toBe(button);
  message.focus();
  message.remove();
  await later();
  expect(document.activeElement).toBe(button);
  end();
});
