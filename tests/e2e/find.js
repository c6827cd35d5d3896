// The first visible element of a role whose accessible name is the one asked for, or else begins with it (names go on with
// keys and explanations). axe-core computes both. Looks within an element when one is given.
const [role, name, within] = arguments;
const tags = {
  button: 'button, summary, input[type=button], input[type=submit]',
  link: 'a[href]',
  textbox: 'input, textarea, [contenteditable]',
  searchbox: 'input',
  combobox: 'input, select',
  checkbox: 'input',
  radio: 'input',
  switch: 'input, button',
  spinbutton: 'input',
  option: 'option',
  heading: 'h1, h2, h3, h4, h5, h6',
  tab: 'button',
  row: 'tr',
  cell: 'td',
  columnheader: 'th',
  listitem: 'li',
  region: 'section',
  navigation: 'nav',
  article: 'article',
  dialog: 'dialog',
  group: 'fieldset',
  form: 'form',
  progressbar: 'progress',
};
const plain = (text) => text.replace(/\s+/g, ' ').trim();
axe.setup(document.documentElement);
try {
  const selector = [tags[role], `[role~="${role}"]`].filter(Boolean).join(', ');
  // What lies behind an open dialog is out of reach.
  const reach = within ?? [...document.querySelectorAll('dialog:modal, [role=dialog][aria-modal=true]')].at(-1) ?? document;
  let beginning = null;
  for (const element of [...(reach.matches?.(selector) ? [reach] : []), ...reach.querySelectorAll(selector)]) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (axe.commons.aria.getRole(element) !== role) continue;
    const called = plain(axe.commons.text.accessibleText(element));
    if (called === plain(name)) return element;
    if (called.startsWith(plain(name))) beginning ??= element;
  }
  return beginning;
} finally {
  axe.teardown();
}
